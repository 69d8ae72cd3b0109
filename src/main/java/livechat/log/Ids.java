package livechat.log;

import java.util.Base64;
import java.util.random.RandomGenerator;
import livechat.room.RequestId;
import livechat.room.RoomId;
import livechat.room.Token;
import livechat.room.VisitorId;

/** Draws ids. Those of rooms and visitors land on their visitor's partition, so that the id alone is an address. */
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
        return new RoomId(aligned(token));
    }

    public VisitorId visitorId(Token token) {
        return new VisitorId(aligned(token));
    }

    public RequestId requestId() {
        byte[] bytes = new byte[REQUEST_ID_BYTES];
        random.nextBytes(bytes);
        return new RequestId(Base64.getUrlEncoder().encodeToString(bytes));
    }

    private String aligned(Token token) {
        int wanted = Partitions.alignment(token.value());
        StringBuilder id = new StringBuilder(LENGTH);
        draw(id, LENGTH);
        while (Partitions.alignment(id.toString()) != wanted) {
            id.setLength(LENGTH - REDRAWN);
            draw(id, REDRAWN);
        }
        return id.toString();
    }

    private void draw(StringBuilder id, int characters) {
        for (int i = 0; i < characters; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
    }
}
