package livechat.log;

/** Kafka's hash of a key in steps, so that of keys that begin alike only the ends are hashed one by one. */
final class Murmur2 {

    /** Bytes that are hashed in one step. */
    static final int BLOCK = 4;

    private static final int SEED = 0x9747b28c;
    private static final int FACTOR = 0x5bd1e995;

    private Murmur2() {}

    static int begin(int length) {
        return SEED ^ length;
    }

    /** The four bytes from there on. */
    static int block(int hash, byte[] key, int at) {
        int block = Byte.toUnsignedInt(key[at])
                | Byte.toUnsignedInt(key[at + 1]) << 8
                | Byte.toUnsignedInt(key[at + 2]) << 16
                | Byte.toUnsignedInt(key[at + 3]) << 24;
        block *= FACTOR;
        block ^= block >>> 24;
        return hash * FACTOR ^ block * FACTOR;
    }

    /** Of a key of which this one byte was left. */
    static int end(int hash, byte last) {
        int end = (hash ^ Byte.toUnsignedInt(last)) * FACTOR;
        end = (end ^ end >>> 13) * FACTOR;
        return end ^ end >>> 15;
    }
}
