package livechat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import livechat.room.InfoChange;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.RoomInfoRequested;
import org.jspecify.annotations.Nullable;

/** The body that notes something of a room: what is absent stays as it is, what is blank is removed. */
record SaveInfoForm(@Nullable Notes roomData) implements RoomForm {

    @Override
    public RoomId room() {
        return RoomForm.room("roomData._id", info().id());
    }

    private Notes info() {
        return JsonBody.required("roomData", roomData);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        return RoomForm.checked(() -> new RoomInfoRequested(RoomAddress.of(room()), info().change()));
    }

    /** What is noted. */
    record Notes(
            @JsonProperty("_id") @Nullable String id,
            @Nullable String topic,
            @Nullable List<String> tags,
            @Nullable String priorityId,
            @Nullable Map<String, String> livechatData,
            @Nullable Map<String, String> customFields) {

        InfoChange change() {
            return new InfoChange(
                    orRemoved(topic),
                    Optional.ofNullable(tags),
                    orRemoved(priorityId),
                    fields(livechatData),
                    fields(customFields),
                    InfoChange.Flags.NONE);
        }

        private static Optional<String> orRemoved(@Nullable String text) {
            return Optional.ofNullable(text).map(Notes::orEmpty);
        }

        private static String orEmpty(String text) {
            return text.isBlank() ? "" : text;
        }

        private static SortedMap<String, String> fields(@Nullable Map<String, String> said) {
            SortedMap<String, String> fields = new TreeMap<>(said == null ? Map.of() : said);
            fields.replaceAll((_, text) -> orEmpty(text));
            return fields;
        }
    }
}
