package livechat.room;

import java.util.List;

/**
 * A part of the organisation that visitors turn to.
 *
 * @param ancestors ids of the units that it belongs to, in the platform's order
 */
public record Department(String id, List<String> ancestors) {

    /** Far above any organisation's depth; a room's document carries them all. */
    private static final int MAX_ANCESTORS = 64;

    public Department {
        Id.checked("a department id", id);
        ancestors = List.copyOf(ancestors);
        if (ancestors.size() > MAX_ANCESTORS) {
            throw new IllegalArgumentException("a department has at most %d ancestors".formatted(MAX_ANCESTORS));
        }
        ancestors.forEach(ancestor -> Id.checked("an ancestor's id", ancestor));
    }
}
