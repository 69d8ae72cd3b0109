package livechat.http;

import java.util.Arrays;
import java.util.Locale;
import livechat.room.RoomVisitor;
import livechat.room.VisitorStatusReported;
import org.jspecify.annotations.Nullable;

/** The body that tells whether a visitor is there, as a client sends it. */
record StatusForm(@Nullable String token, @Nullable String status) {

    VisitorStatusReported request() {
        return new VisitorStatusReported(RoomQuery.token(token), status(word()));
    }

    String word() {
        return JsonBody.required("status", status);
    }

    private static RoomVisitor.Status status(String word) {
        return Arrays.stream(RoomVisitor.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> BadRequest.invalidParams("not online, away, busy or offline", "status"));
    }
}
