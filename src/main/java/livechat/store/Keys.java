package livechat.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import livechat.room.MessageId;
import livechat.room.RoomId;
import livechat.room.Token;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the rows. The first character is the kind; what belongs to a room or a visitor follows a zero, which
 * neither ids nor tokens have in them, so that a prefix is all of it and nothing else.
 */
final class Keys {

    static final Bytes APPLIED = key("o");

    static final char VISITOR = 'v';
    static final char ROOM = 'r';

    /** Rooms and visitors lie side by side: from here to there. */
    static final Bytes FIRST_ROOM = key(String.valueOf(ROOM));

    static final Bytes BEYOND_VISITORS = key(String.valueOf((char) (VISITOR + 1)));

    private static final char END = '\0';

    private Keys() {}

    /** A visitor. */
    static Bytes of(Token token) {
        return key(VISITOR + token.value());
    }

    /** A room. */
    static Bytes of(RoomId id) {
        return key(ROOM + id.value());
    }

    /** A message of a room, by its number. */
    static Bytes of(RoomId id, long number) {
        byte[] prefix = messages(id).getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(number)
                .array());
    }

    static String messages(RoomId id) {
        return 'm' + id.value() + END;
    }

    /** The number of a message of a room, by its id. */
    static Bytes of(RoomId id, MessageId messageId) {
        return key(messageIds(id) + messageId.value());
    }

    static String messageIds(RoomId id) {
        return 'i' + id.value() + END;
    }

    /** That a visitor had this room. */
    static Bytes closed(Token token, RoomId id) {
        return key(closed(token) + id.value());
    }

    static String closed(Token token) {
        return 'c' + token.value() + END;
    }

    static RoomId roomId(Bytes key, String prefix) {
        return new RoomId(new String(key.get(), StandardCharsets.UTF_8).substring(prefix.length()));
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(byte[] row) {
        return ByteBuffer.wrap(row).getLong();
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
