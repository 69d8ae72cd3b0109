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

    /** Some 720 tails are tried: they come from a quick generator, whose seed and all before the tail are from ours. */
    private static String aligned(LogKey key, RandomGenerator random) {
        int wanted = Partitions.alignment(key.value().getBytes(StandardCharsets.UTF_8));
        RandomGenerator tails = new SplittableRandom(random.nextLong());
        byte[] id = new byte[LENGTH];
        draw(id, 0, random);
        while (Partitions.alignment(id) != wanted) {
            draw(id, LENGTH - REDRAWN, tails);
        }
        return new String(id, StandardCharsets.US_ASCII);
    }

    private static void draw(byte[] id, int from, RandomGenerator random) {
        for (int i = from; i < id.length; i++) {
            id[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
    }
}
