package livechat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import livechat.room.MessageId;
import livechat.room.RequestId;
import livechat.room.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids that are an address: the partition of an id is its visitor's, however many there are. */
class IdsTests {

    private final Ids ids = new Ids(new SplittableRandom(4711));

    private static Stream<Token> tokens() {
        return IntStream.range(0, 300).mapToObj(i -> new Token("visitor-" + i * i + "-\u00e9"));
    }

    static IntStream divisors() {
        return IntStream.rangeClosed(1, Partitions.ALIGNMENT).filter(count -> Partitions.ALIGNMENT % count == 0);
    }

    @Test
    void drawsSeventeenCharactersThatCannotBeMistaken() {
        assertThat(tokens())
                .allSatisfy(token -> assertThat(
                                ids.roomId(token).value() + ids.visitorId(token).value())
                        .matches("[2-9A-HJ-NP-TW-Za-km-z]{34}"));
    }

    @Test
    void alignsIdsWithTheirToken() {
        assertThat(tokens()).allSatisfy(token -> {
            int wanted = alignment(token.value());
            assertThat(alignment(ids.roomId(token).value())).isEqualTo(wanted);
            assertThat(alignment(ids.visitorId(token).value())).isEqualTo(wanted);
            assertThat(alignment(ids.messageId(token).value())).isEqualTo(wanted);
            assertThat(alignment(ids.messageId(ids.roomId(token)).value())).isEqualTo(wanted);
        });
    }

    @ParameterizedTest
    @MethodSource("divisors")
    void landsOnTheVisitorsPartitionForEveryLegalCount(int count) {
        Partitions partitions = new Partitions(count);

        assertThat(tokens().limit(20))
                .allSatisfy(token -> assertThat(
                                partitions.of(ids.roomId(token).value().getBytes(UTF_8)))
                        .isEqualTo(partitions.of(token)));
    }

    @Test
    void drawsAnotherIdEachTime() {
        Token token = new Token("one-visitor");

        assertThat(Stream.generate(() -> ids.roomId(token)).limit(300)).doesNotHaveDuplicates();
        assertThat(Stream.generate(ids::requestId).limit(300)).doesNotHaveDuplicates();
    }

    /** Whichever instance makes the request, and however often, it posts one message. */
    @Test
    void givesARequestsMessageOneId() {
        RequestId request = new RequestId("request-of-one-visitor");

        assertThat(tokens()).allSatisfy(token -> {
            MessageId id = Ids.messageId(token, request);
            assertThat(id).isEqualTo(Ids.messageId(token, request));
            assertThat(alignment(id.value())).isEqualTo(alignment(token.value()));
            assertThat(id.value()).matches("[2-9A-HJ-NP-TW-Za-km-z]{17}");
        });
        Token token = new Token("one-visitor");
        assertThat(Stream.generate(ids::requestId)
                        .map(id -> Ids.messageId(token, id))
                        .limit(300))
                .doesNotHaveDuplicates();
    }

    private static int alignment(String id) {
        return Partitions.alignment(id.getBytes(UTF_8));
    }
}
