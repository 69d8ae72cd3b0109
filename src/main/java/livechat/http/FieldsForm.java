package livechat.http;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import livechat.room.CustomFieldsRequested;
import livechat.room.Token;
import org.jspecify.annotations.Nullable;

/** The body with a visitor's custom fields, as a client sends it. */
record FieldsForm(@Nullable String token, @Nullable List<VisitorForm.Field> customFields) {

    /** The body with one of them. */
    record One(
            @Nullable String token,
            @Nullable String key,
            @Nullable String value,
            @Nullable Boolean overwrite) {

        VisitorForm.Field field() {
            return new VisitorForm.Field(JsonBody.required("key", key), JsonBody.required("value", value), overwrite);
        }

        CustomFieldsRequested request() {
            return FieldsForm.request(RoomQuery.token(token), List.of(field()));
        }
    }

    List<VisitorForm.Field> fields() {
        return JsonBody.required("customFields", customFields);
    }

    CustomFieldsRequested request() {
        return request(RoomQuery.token(token), fields());
    }

    /** Those of a registration are the visitor's, so these are as well. */
    private static CustomFieldsRequested request(Token token, List<VisitorForm.Field> fields) {
        SortedMap<String, String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.name(), field.text()));
        Set<String> onlyIfAbsent = fields.stream()
                .filter(VisitorForm.Field::yields)
                .map(VisitorForm.Field::name)
                .collect(Collectors.toSet());
        try {
            return new CustomFieldsRequested(token, CustomFieldsRequested.Scope.VISITOR, values, onlyIfAbsent);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
        }
    }
}
