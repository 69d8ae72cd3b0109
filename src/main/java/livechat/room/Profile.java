package livechat.room;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a visitor has said about themselves; personal data.
 *
 * @param customFields by key, in the order of the keys: equal profiles are equal bytes
 */
public record Profile(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<Department> department,
        SortedMap<String, String> customFields) {

    public static final int MAX_CUSTOM_FIELDS = Fields.MAX;

    public static final Profile EMPTY = new Profile(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    public Profile {
        name.ifPresent(text -> Text.checked("a name", text));
        email.ifPresent(text -> Text.checked("an e-mail address", text));
        phone.ifPresent(text -> Text.checked("a phone number", text));
        customFields = Fields.checked(customFields);
    }

    static Profile of(SortedMap<String, String> customFields) {
        return new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), customFields);
    }

    boolean hasSpaceFor(Profile said) {
        return Fields.merged(customFields, said.customFields).size() <= MAX_CUSTOM_FIELDS;
    }

    /**
     * What is said now stands; what is not said now stays as it was said before.
     *
     * @param onlyIfAbsent keys of those custom fields that do not replace what was said before
     */
    Profile with(Profile said, Set<String> onlyIfAbsent) {
        SortedMap<String, String> fields = Fields.said(customFields, said.customFields, onlyIfAbsent);
        return new Profile(
                said.name.or(() -> name),
                said.email.or(() -> email),
                said.phone.or(() -> phone),
                said.department.or(() -> department),
                fields);
    }
}
