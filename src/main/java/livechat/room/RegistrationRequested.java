package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A visitor says who they are.
 *
 * @param visitorId for a visitor who is new
 * @param username for a visitor who is new; without one it is a guest's
 * @param onlyIfAbsent keys of those custom fields that do not replace what was said before
 */
public record RegistrationRequested(
        Token token, VisitorId visitorId, Optional<String> username, Profile said, Set<String> onlyIfAbsent)
        implements VisitorRequest {

    public RegistrationRequested {
        username.ifPresent(text -> Text.checked("a username", text));
        onlyIfAbsent = Set.copyOf(onlyIfAbsent);
    }

    @Override
    public LogKey key() {
        return token;
    }

    /** A digest: what is remembered holds no personal data. */
    @Override
    public String content() {
        Object department = said.department().map(Department::id);
        Object fields = List.of(said.customFields(), new TreeSet<>(onlyIfAbsent));
        return "registration "
                + Digest.of(List.of(username, said.name(), said.email(), said.phone(), department, fields)
                        .toString());
    }
}
