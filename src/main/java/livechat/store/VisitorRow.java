package livechat.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import livechat.room.Visitor;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * A visitor, and before that the open room as the visitor is told of it: read far more often than it changes, so it is
 * written out once, and whoever only passes it on decodes nothing.
 */
final class VisitorRow {

    /** Before the document and the visitor as {@link RowCodec} writes it: since when, and how long the document is. */
    private static final int HEAD = Since.BYTES + Integer.BYTES;

    private VisitorRow() {}

    /** @param document empty where no room is open */
    static byte[] write(Visitor visitor, byte[] document) {
        byte[] row = RowCodec.write(visitor);
        return Since.of(visitor)
                .put(ByteBuffer.allocate(HEAD + document.length + row.length))
                .putInt(document.length)
                .put(document)
                .put(row)
                .array();
    }

    static Optional<byte[]> document(byte[] row) {
        int end = end(row);
        return end == HEAD ? Optional.empty() : Optional.of(Arrays.copyOfRange(row, HEAD, end));
    }

    static Visitor visitor(byte[] row) {
        return RowCodec.read(row, end(row), Visitor.class);
    }

    private static int end(byte[] row) {
        if (!Since.isAt(row)) {
            throw new ProcessorStateException("a visitor's row is of another version" + RowCodec.REBUILD);
        }
        try {
            ByteBuffer head = ByteBuffer.wrap(row).position(Since.BYTES);
            int length = head.getInt();
            return HEAD + head.slice(HEAD, length).limit();
        } catch (BufferUnderflowException | IndexOutOfBoundsException tooShort) {
            throw new ProcessorStateException("a visitor's row is too short" + RowCodec.REBUILD, tooShort);
        }
    }
}
