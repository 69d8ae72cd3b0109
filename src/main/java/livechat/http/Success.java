package livechat.http;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** What every good answer has, whatever it tells. */
final class Success {

    private Success() {}

    static ResponseEntity<ObjectNode> of(ObjectNode answer) {
        return answer().body(answer.put("success", true));
    }

    /** For one who has written the answer out. */
    static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore());
    }
}
