package livechat.room;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The form of a room's tags. */
final class Tags {

    /** Far more than anybody picks; they are part of the room's document. */
    static final int MAX = 50;

    private Tags() {}

    static List<String> checked(List<String> tags) {
        if (tags.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " tags");
        }
        tags.forEach(tag -> Text.checked("a tag", tag));
        return List.copyOf(tags);
    }

    /** Each tag once, in the order in which they came. */
    static List<String> merged(List<String> old, List<String> more) {
        SequencedSet<String> all = new LinkedHashSet<>(old);
        all.addAll(more);
        return List.copyOf(all);
    }
}
