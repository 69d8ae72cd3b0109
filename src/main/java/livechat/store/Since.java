package livechat.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import livechat.room.ClosedRoom;
import livechat.room.KnownVisitor;
import livechat.room.Remembered;
import livechat.room.Stranger;
import livechat.room.Visitor;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * What a row's time is counted for and from: at its beginning, so that whoever looks for rows whose time is over decodes
 * no others.
 *
 * @param time in whole milliseconds: the visitor's last sign of life in an open room, the end of a closed one, when a
 *     visitor without a room was seen last, or until when something is remembered of a stranger
 */
public record Since(Kind kind, Instant time) {

    /** The version of all rows that begin like this. */
    private static final byte VERSION = 3;

    /** The version, the kind, and the time as milliseconds since 1970. */
    static final int BYTES = Byte.BYTES + Byte.BYTES + Long.BYTES;

    public enum Kind {
        OPEN_ROOM('o'),
        CLOSED_ROOM('c'),
        VISITOR('v'),
        STRANGER('s');

        private static final Kind[] ALL = values();

        private final byte letter;

        Kind(char letter) {
            this.letter = (byte) letter;
        }

        private static Kind of(byte letter) {
            for (Kind kind : ALL) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new ProcessorStateException("a row is of no known kind" + RowCodec.REBUILD);
        }
    }

    public static Since of(ClosedRoom room) {
        return new Since(Kind.CLOSED_ROOM, room.closedAt());
    }

    public static Since of(Visitor visitor) {
        return switch (visitor) {
            case Stranger stranger -> new Since(Kind.STRANGER, remembered(stranger));
            case KnownVisitor known ->
                known.openRoom()
                        .map(room ->
                                new Since(Kind.OPEN_ROOM, room.conversation().activeAt()))
                        .orElseGet(() -> new Since(Kind.VISITOR, known.seenAt()));
        };
    }

    private static Instant remembered(Stranger stranger) {
        return stranger.memory().changes().stream()
                .map(Remembered::until)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    ByteBuffer put(ByteBuffer row) {
        return row.put(VERSION).put(kind.letter).putLong(time.toEpochMilli());
    }

    /** Empty where a row begins in another way: nothing is counted for the address of an open room. */
    static Optional<Since> of(byte[] row) {
        if (!isAt(row)) {
            return Optional.empty();
        }
        return Optional.of(new Since(
                Kind.of(row[1]), Instant.ofEpochMilli(ByteBuffer.wrap(row).getLong(2))));
    }

    static boolean isAt(byte[] row) {
        return row.length >= BYTES && row[0] == VERSION;
    }
}
