package livechat.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import livechat.room.Department;
import livechat.room.Profile;
import livechat.room.RegistrationRequested;
import livechat.room.Token;
import livechat.room.VisitorId;

/** The member that holds all that a request says about a person, so that it can be sealed as a whole one day. */
record Personal(
        Optional<String> username,
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        List<Field> customFields) {

    /**
     * A custom field.
     *
     * @param overwrite whether it replaces what was said before
     */
    record Field(String key, String value, boolean overwrite) {}

    static Personal of(RegistrationRequested request) {
        Profile said = request.said();
        List<Field> fields = said.customFields().entrySet().stream()
                .map(field -> new Field(
                        field.getKey(),
                        field.getValue(),
                        !request.onlyIfAbsent().contains(field.getKey())))
                .toList();
        return new Personal(request.username(), said.name(), said.email(), said.phone(), fields);
    }

    RegistrationRequested registration(Token token, VisitorId visitorId, Optional<Department> department) {
        SortedMap<String, String> values = new TreeMap<>();
        customFields.forEach(field -> values.put(field.key(), field.value()));
        Set<String> onlyIfAbsent = customFields.stream()
                .filter(field -> !field.overwrite())
                .map(Field::key)
                .collect(Collectors.toSet());
        Profile said = new Profile(name, email, phone, department, values);
        return new RegistrationRequested(token, visitorId, username, said, onlyIfAbsent);
    }
}
