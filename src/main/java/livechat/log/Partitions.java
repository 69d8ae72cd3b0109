package livechat.log;

import java.nio.charset.StandardCharsets;
import livechat.room.LogKey;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a key belongs on: the Java client's own rule, written down because it is API.
 *
 * @param count fixed for the life of the log
 */
public record Partitions(int count) {

    /** Ids agree with their token modulo this, and so modulo each of its divisors: any of those is a legal count. */
    public static final int ALIGNMENT = 720;

    public Partitions {
        if (count < 1 || ALIGNMENT % count != 0) {
            throw new IllegalArgumentException(count + " partitions: the count has to divide " + ALIGNMENT);
        }
    }

    public int of(LogKey key) {
        return of(key.value().getBytes(StandardCharsets.UTF_8));
    }

    public int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }

    static int alignment(byte[] key) {
        return alignment(Utils.murmur2(key));
    }

    /** Of a key with this hash. */
    static int alignment(int hash) {
        return Utils.toPositive(hash) % ALIGNMENT;
    }
}
