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
        List<Field> fields = fields(said.customFields(), request.onlyIfAbsent());
        return new Personal(request.username(), said.name(), said.email(), said.phone(), fields);
    }

    static List<Field> fields(SortedMap<String, String> values, Set<String> onlyIfAbsent) {
        return values.entrySet().stream()
                .map(field -> new Field(field.getKey(), field.getValue(), !onlyIfAbsent.contains(field.getKey())))
                .toList();
    }

    static SortedMap<String, String> values(List<Field> fields) {
        SortedMap<String, String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.key(), field.value()));
        return values;
    }

    static Set<String> onlyIfAbsent(List<Field> fields) {
        return fields.stream()
                .filter(field -> !field.overwrite())
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    RegistrationRequested registration(Token token, VisitorId visitorId, Optional<Department> department) {
        Profile said = new Profile(name, email, phone, department, values(customFields));
        return new RegistrationRequested(token, visitorId, username, said, onlyIfAbsent(customFields));
    }
}
