package livechat.room;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Custom fields of a visitor who is known, or of their open room.
 *
 * @param values personal data
 * @param onlyIfAbsent keys of those that do not replace what is there
 */
public record CustomFieldsRequested(
        Token token, Scope scope, SortedMap<String, String> values, Set<String> onlyIfAbsent)
        implements VisitorRequest {

    /** Whose fields they are; upstream's names. */
    public enum Scope {
        VISITOR,
        ROOM
    }

    public CustomFieldsRequested {
        values = Fields.checked(values);
        onlyIfAbsent = Set.copyOf(onlyIfAbsent);
    }

    @Override
    public LogKey key() {
        return token;
    }

    @Override
    public String content() {
        return "fields "
                + Digest.of(List.of(scope, values, new TreeSet<>(onlyIfAbsent)).toString());
    }
}
