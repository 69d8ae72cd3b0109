package livechat.http;

import org.jspecify.annotations.Nullable;

/** The body in which a visitor turns to another department, as a client sends it. */
record TransferForm(
        @Nullable String rid,
        @Nullable String token,
        @Nullable String department) {

    OwnRoom room() {
        return OwnRoom.of(token, rid);
    }

    String departmentId() {
        return JsonBody.required("department", department);
    }
}
