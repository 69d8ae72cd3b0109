package livechat.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import livechat.room.Author;
import livechat.room.Closing;
import livechat.room.MessageId;
import livechat.room.Outcome;
import livechat.room.RequestId;
import livechat.room.RoomId;
import livechat.room.Service;
import livechat.room.Token;
import livechat.room.Visitor;
import livechat.room.VisitorId;
import org.apache.kafka.streams.errors.ProcessorStateException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Stored values: a version byte, then JSON. Equal rows are equal bytes, so a rebuilt store can be compared. */
final class RowCodec {

    private static final byte VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addMixIn(Token.class, Value.class)
            .addMixIn(RoomId.class, Value.class)
            .addMixIn(VisitorId.class, Value.class)
            .addMixIn(RequestId.class, Value.class)
            .addMixIn(MessageId.class, Value.class)
            .addMixIn(Visitor.class, Kinds.OfVisitor.class)
            .addMixIn(Service.class, Kinds.OfService.class)
            .addMixIn(Author.class, Kinds.OfAuthor.class)
            .addMixIn(Closing.Closer.class, Kinds.OfCloser.class)
            .addMixIn(Outcome.class, Kinds.OfOutcome.class)
            .build();

    /** What was folded by another version of the service, or damaged, can always be folded again. */
    static final String REBUILD =
            ": rebuild the state from the log by starting every instance with a new application id";

    private RowCodec() {}

    /** A word is stored as its text. */
    @SuppressWarnings("UnusedVariable") // Only the signature counts: Jackson looks for the constructor of that form.
    private abstract static class Value {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Value(String value) {}

        @JsonValue
        abstract String value();
    }

    static byte[] write(Object row) {
        byte[] json = MAPPER.writeValueAsBytes(row);
        byte[] value = new byte[json.length + 1];
        value[0] = VERSION;
        System.arraycopy(json, 0, value, 1, json.length);
        return value;
    }

    /** A row that cannot be read is a broken store, not a bad request: the fold has to stop. */
    static <T> T read(byte[] value, Class<T> type) {
        return read(value, 0, type);
    }

    /** The same, of what begins there. */
    static <T> T read(byte[] value, int start, Class<T> type) {
        if (value.length == start || value[start] != VERSION) {
            throw new ProcessorStateException("a stored row is not of version " + VERSION + REBUILD);
        }
        try {
            return MAPPER.readValue(value, start + 1, value.length - start - 1, type);
        } catch (JacksonException e) {
            throw new ProcessorStateException("a stored " + type.getSimpleName() + " cannot be read" + REBUILD, e);
        }
    }
}
