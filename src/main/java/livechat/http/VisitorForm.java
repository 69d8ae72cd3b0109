package livechat.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.room.Department;
import livechat.room.Profile;
import livechat.room.RegistrationRequested;
import livechat.room.Token;
import livechat.room.VisitorId;
import org.jspecify.annotations.Nullable;

/** The body of a registration, as a client sends it. */
record VisitorForm(@Nullable Guest visitor) {

    Guest guest() {
        return JsonBody.required("visitor", visitor);
    }

    /** What a visitor says; an empty text says nothing. */
    record Guest(
            @Nullable String token,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String username,
            @Nullable String department,
            @Nullable List<Field> customFields) {

        private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

        /** So are guests called whom the log has counted. */
        private static final Pattern RESERVED = Pattern.compile("guest-[0-9]+");

        Token knownBy() {
            return RoomQuery.token(token);
        }

        Optional<String> departmentId() {
            return RoomForm.said(department);
        }

        RegistrationRequested registration(VisitorId id, Optional<Department> department) {
            try {
                return new RegistrationRequested(knownBy(), id, newName(), profile(department), onlyIfAbsent());
            } catch (IllegalArgumentException malformed) {
                // The rules' own words: they name what is wrong, and never the value.
                throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
            }
        }

        private Optional<String> newName() {
            return RoomForm.said(username).map(name -> {
                if (RESERVED.matcher(name).matches()) {
                    throw new IllegalArgumentException("a username of the form guest-N is given, not chosen");
                }
                return name;
            });
        }

        private Profile profile(Optional<Department> department) {
            if (RoomForm.said(email).filter(EMAIL.asMatchPredicate().negate()).isPresent()) {
                throw BadRequest.of("error-invalid-email");
            }
            SortedMap<String, String> values = new TreeMap<>();
            fields().forEach(field -> values.put(field.name(), field.text()));
            return new Profile(RoomForm.said(name), RoomForm.said(email), RoomForm.said(phone), department, values);
        }

        private Set<String> onlyIfAbsent() {
            return fields().filter(Field::yields).map(Field::name).collect(Collectors.toSet());
        }

        private Stream<Field> fields() {
            return customFields == null ? Stream.of() : customFields.stream();
        }
    }

    /** A custom field; it replaces what was said before unless it yields. */
    record Field(
            @Nullable String key,
            @Nullable String value,
            @Nullable Boolean overwrite) {

        String name() {
            return JsonBody.required("customFields.key", key);
        }

        String text() {
            return JsonBody.required("customFields.value", value);
        }

        boolean yields() {
            return Boolean.FALSE.equals(overwrite);
        }
    }
}
