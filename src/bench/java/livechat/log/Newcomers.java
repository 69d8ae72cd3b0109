package livechat.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.MessagePosted;
import livechat.room.Request;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Visitors with numbers, and what they ask for, as the edge would write it: the same for the same seed. */
public final class Newcomers {

    /** Longer than the service's own: no visitor waits, and all of them are to get their rooms on a slow machine, too. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Ids ids;
    private final InstantSource clock;

    /**
     * Draws all ids from this seed: whoever writes to one log twice needs another one.
     *
     * @param clock of the edge
     */
    public Newcomers(long seed, InstantSource clock) {
        this.ids = new Ids(new SplittableRandom(seed));
        this.clock = clock;
    }

    /** For what is not on any log, and the same each time. */
    public static Newcomers ofOld(long seed) {
        return new Newcomers(seed, () -> Instant.EPOCH);
    }

    /** The scripts of bench/ write the same tokens. */
    public static Token token(long number) {
        return new Token("bench-visitor-%010d".formatted(number));
    }

    public Asked room(Token token) {
        return asked(new RoomRequested(
                token,
                ids.roomId(token),
                ids.visitorId(token),
                Optional.of(Source.API),
                Optional.empty(),
                UnknownToken.GUEST));
    }

    public Asked message(Token token, RoomId room) {
        return asked(new MessagePosted(
                RoomAddress.of(token, room),
                ids.messageId(token),
                new Author.OfVisitor(),
                MessageText.plain("Hello, is anybody there? My order has not come yet."),
                Optional.empty()));
    }

    /** As it lies on a log of one partition. */
    public static ProducerRecord<byte[], byte[]> record(Asked asked) {
        return RequestCodec.write(asked, new Partitions(1));
    }

    private Asked asked(Request request) {
        Instant time = clock.instant();
        return new Asked(ids.requestId(), time, time.plus(DEADLINE), Optional.empty(), request);
    }
}
