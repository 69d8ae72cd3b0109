package livechat.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;

/** A bucket of tokens for each client; a request takes one, and they come back evenly over time. */
final class RateLimit {

    /**
     * @param requests how many a client may send at once
     * @param per the time in which as many come back
     * @param clients how many are told apart; some 500 bytes each. Beyond, the rarest are forgotten and start anew
     */
    record Settings(boolean enabled, int requests, Duration per, int clients) {

        Settings {
            if (requests < 1 || clients < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("livechat.http.rate-limit has to be positive: requests " + requests
                        + ", per " + per + ", clients " + clients);
            }
        }
    }

    private final Settings settings;
    private final TimeMeter time;
    private final Cache<Network, Bucket> buckets;

    RateLimit(Settings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.clients())
                // A bucket that was left alone for so long is full, as a new one is.
                .expireAfterAccess(settings.per())
                .ticker(time::currentTimeNanos)
                // In whichever thread comes by: a common pool would be one more thing to wait for.
                .executor(Runnable::run)
                .build();
    }

    int limit() {
        return settings.requests();
    }

    ConsumptionProbe take(InetAddress address) {
        return buckets.get(Network.ofClient(address), _ -> full()).tryConsumeAndReturnRemaining(1);
    }

    /** As many as are told apart right now. */
    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                        limit -> limit.capacity(settings.requests()).refillGreedy(settings.requests(), settings.per()))
                .build();
    }
}
