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

    private static final int LENGTH = 17;

    /** Enough to meet one of {@link Partitions#ALIGNMENT} remainders; the rest of the id is drawn once. */
    private static final int REDRAWN = 4;

    /** 55 to the power of four. */
    private static final int TAILS = 9_150_625;

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

    /** Some 720 tails are tried, one after the other from a drawn one; all before the tail is drawn, too, and stays. */
    private static String aligned(LogKey key, RandomGenerator random) {
        int wanted = Partitions.alignment(key.value().getBytes(StandardCharsets.UTF_8));
        byte[] id = new byte[LENGTH];
        int tail = random.nextInt(TAILS);
        draw(id, random);
        do {
            writeTail(id, tail++);
        } while (Partitions.alignment(id) != wanted);
        return new String(id, StandardCharsets.US_ASCII);
    }

    private static void draw(byte[] id, RandomGenerator random) {
        for (int i = 0; i < LENGTH - REDRAWN; i++) {
            id[i] = letter(random.nextInt(ALPHABET.length()));
        }
    }

    private static void writeTail(byte[] id, int tail) {
        for (int i = LENGTH - REDRAWN, rest = tail; i < LENGTH; i++, rest /= ALPHABET.length()) {
            id[i] = letter(rest % ALPHABET.length());
        }
    }

    private static byte letter(int index) {
        return (byte) ALPHABET.charAt(index);
    }
}
