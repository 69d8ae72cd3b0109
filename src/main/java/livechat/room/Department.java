package livechat.room;

import java.util.List;

/**
 * Where a visitor wants to be helped.
 *
 * @param ancestors ids of the units above it
 */
public record Department(String id, List<String> ancestors) {

    public Department {
        Id.checked("a department id", id);
        ancestors = List.copyOf(ancestors);
        ancestors.forEach(ancestor -> Id.checked("an ancestor's id", ancestor));
    }
}
