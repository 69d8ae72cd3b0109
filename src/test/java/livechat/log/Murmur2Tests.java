package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** In steps the hash is the one that every client of Kafka takes. */
class Murmur2Tests {

    private final SplittableRandom random = new SplittableRandom(4711);

    private byte[] key(int blocks) {
        byte[] key = new byte[blocks * Murmur2.BLOCK + 1];
        random.nextBytes(key);
        return key;
    }

    private static int inSteps(byte[] key) {
        int hash = Murmur2.begin(key.length);
        for (int at = 0; at + Murmur2.BLOCK < key.length; at += Murmur2.BLOCK) {
            hash = Murmur2.block(hash, key, at);
        }
        return Murmur2.end(hash, key[key.length - 1]);
    }

    @Test
    void hashesAsKafkaDoes() {
        assertThat(Stream.generate(() -> key(random.nextInt(9))).limit(10_000))
                .allSatisfy(key -> assertThat(inSteps(key)).isEqualTo(Utils.murmur2(key)));
    }
}
