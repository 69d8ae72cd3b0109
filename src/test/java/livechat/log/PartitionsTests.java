package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any Java producer that names no partition has to come to the same one. */
class PartitionsTests {

    static IntStream divisors() {
        return IdsTests.divisors();
    }

    @ParameterizedTest
    @MethodSource("divisors")
    void agreesWithKafkasOwnPartitioner(int count) {
        Partitions partitions = new Partitions(count);

        assertThat(keys())
                .allSatisfy(key ->
                        assertThat(partitions.of(key)).isEqualTo(BuiltInPartitioner.partitionForKey(key, count)));
    }

    private static Stream<byte[]> keys() {
        SplittableRandom random = new SplittableRandom(4711);
        return IntStream.range(0, 200).mapToObj(length -> {
            byte[] key = new byte[length];
            random.nextBytes(key);
            return key;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 7, 32, 50, 721, 1440})
    void refusesACountThatWouldPartIdsFromTheirVisitor(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partitions(count))
                .withMessageContaining("divide 720");
    }
}
