package livechat.bench;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers what a visitor with an open room is answered, without looking: no read can be faster than this. */
@RestController
@Profile("bench")
final class ConstantController {

    /** As long as an answer of the service; bench/run compares them. */
    private static final String ANSWER = """
            {"room":{"_id":"FjvCH4NbTT3KhGGyf","fname":"guest-4711","t":"l","v":{"_id":"LtdGBrkjPeewu8bf5",\
            "username":"guest-4711","token":"bench-hotrooms-0000001","status":"online"},"open":true,"msgs":0,\
            "ts":"2026-11-24T13:37:08.851Z","_updatedAt":"2026-11-24T13:37:08.851Z","lm":"2026-11-24T13:37:08.851Z",\
            "usersCount":1,"cl":false,"source":{"type":"api"},"waitingResponse":true},"newRoom":false,"success":true}""";

    private static final byte[] BYTES = ANSWER.getBytes(StandardCharsets.UTF_8);

    @GetMapping("/api/v1/livechat/constant")
    ResponseEntity<byte[]> constant(ServletWebRequest exchange) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("X-Room-Read", "index")
                .body(BYTES);
    }
}
