package livechat.http;

import java.util.Optional;
import java.util.function.Function;
import livechat.room.Agent;
import livechat.room.Department;
import org.jspecify.annotations.Nullable;

/**
 * Whom the platform's requests can name; a refusal has upstream's code.
 *
 * @param known agents by id, available or not
 * @param available agents by id who can be given a room now
 * @param departments those that are enabled, by id
 */
record Staff(
        Function<String, Optional<Agent>> known,
        Function<String, Optional<Agent>> available,
        Function<String, Optional<Department>> departments) {

    private static final String USER = "userId";

    /** Who speaks for themselves: they may have gone off duty over it. */
    Agent speaking(@Nullable String userId) {
        return known.apply(JsonBody.required(USER, userId)).orElseThrow(() -> BadRequest.of("error-invalid-user"));
    }

    Agent receiving(@Nullable String userId) {
        return available
                .apply(JsonBody.required(USER, userId))
                .orElseThrow(() -> BadRequest.of("error-user-is-offline"));
    }

    Department department(String id) {
        return departments.apply(id).orElseThrow(() -> BadRequest.of("error-invalid-department"));
    }
}
