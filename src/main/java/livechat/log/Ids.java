package livechat.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import livechat.room.LogKey;
import livechat.room.MessageId;
import livechat.room.RequestId;
import livechat.room.RoomId;
import livechat.room.Token;
import livechat.room.VisitorId;

/** Draws ids. Those of rooms, visitors and messages land on their visitor's partition, so that the id alone is an address. */
public final class Ids {

    /** Upstream's alphabet: no character that can be taken for another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";

    /** Blocks of the hash, and one character more. */
    private static final int LENGTH = 4 * Murmur2.BLOCK + 1;

    /** The last block; with the last character enough to meet one of {@link Partitions#ALIGNMENT} remainders. */
    private static final int REDRAWN = LENGTH - 1 - Murmur2.BLOCK;

    /** 55 to the power of four. */
    private static final int BLOCKS = 9_150_625;

    private static final int REQUEST_ID_BYTES = 18;

    private final RandomGenerator random;

    /**
     * Draws from this source.
     *
     * @param random has to be unpredictable: a room id is a capability to whoever holds it
     */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public RoomId roomId(Token token) {
        return new RoomId(aligned(token, random));
    }

    public VisitorId visitorId(Token token) {
        return new VisitorId(aligned(token, random));
    }

    /** Of a message in a room of this visitor, or in the room of this id. */
    public MessageId messageId(LogKey key) {
        return new MessageId(aligned(key, random));
    }

    /** Of a message that its writer did not name: the same however often, and on whichever instance, the request is made. */
    public static MessageId messageId(LogKey key, RequestId request) {
        UUID digest = UUID.nameUUIDFromBytes(request.value().getBytes(StandardCharsets.UTF_8));
        return new MessageId(aligned(key, new SplittableRandom(digest.getMostSignificantBits())));
    }

    public RequestId requestId() {
        byte[] bytes = new byte[REQUEST_ID_BYTES];
        random.nextBytes(bytes);
        return new RequestId(Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** Some 720 ends are tried: each last character with a drawn block, then with the next one. What is before stays. */
    private static String aligned(LogKey key, RandomGenerator random) {
        int wanted = Partitions.alignment(key.value().getBytes(StandardCharsets.UTF_8));
        byte[] id = new byte[LENGTH];
        int block = random.nextInt(BLOCKS);
        draw(id, random);
        int begun = begun(id);
        do {
            writeBlock(id, block++);
        } while (!isEnded(id, Murmur2.block(begun, id, REDRAWN), wanted));
        return new String(id, StandardCharsets.US_ASCII);
    }

    private static void draw(byte[] id, RandomGenerator random) {
        for (int i = 0; i < REDRAWN; i++) {
            id[i] = letter(random.nextInt(ALPHABET.length()));
        }
    }

    private static int begun(byte[] id) {
        int hash = Murmur2.begin(LENGTH);
        for (int at = 0; at < REDRAWN; at += Murmur2.BLOCK) {
            hash = Murmur2.block(hash, id, at);
        }
        return hash;
    }

    private static void writeBlock(byte[] id, int block) {
        for (int i = REDRAWN, rest = block; i < LENGTH - 1; i++, rest /= ALPHABET.length()) {
            id[i] = letter(rest % ALPHABET.length());
        }
    }

    /** Whether one of the last characters makes the id aligned; then it is written. */
    private static boolean isEnded(byte[] id, int hash, int wanted) {
        for (int i = 0; i < ALPHABET.length(); i++) {
            id[LENGTH - 1] = letter(i);
            if (Partitions.alignment(Murmur2.end(hash, id[LENGTH - 1])) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static byte letter(int index) {
        return (byte) ALPHABET.charAt(index);
    }
}
