package livechat.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import livechat.FreePort;
import livechat.store.Applied;
import livechat.store.Stay;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.junit.jupiter.api.Test;

/** What a thread's consumer makes of commits that come to nothing; nobody listens where it looks for brokers. */
class LeasedConsumerTests {

    private static final Duration POLL = Duration.ofMillis(50);

    /** Half a second: several renewals, of which one is due every 94 ms. */
    private static final int POLLS = 10;

    /** What is taken is under the consumer's lease, and not under the one that needs none. */
    @Test
    void hasNoLeaseFromCommitsThatFail() {
        Applied applied = new Applied();
        LeasedConsumer consumer = consumer("1000", applied);
        try {
            consumer.subscribe(List.of("requests"));
            consumer.poll(POLL);
            applied.taken(0, -1, -1);
            Stay stay = applied.stay(0).orElseThrow();
            for (int poll = 0; poll < POLLS; poll++) {
                consumer.poll(POLL);
                assertThat(stay.isOurs()).isFalse();
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    @Test
    void refusesASessionThatLeavesNoRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumer("900", new Applied()))
                .withMessageContaining("livechat.reads=lease needs session.timeout.ms");
    }

    private static LeasedConsumer consumer(String session, Applied applied) {
        return new LeasedConsumer(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + FreePort.find(),
                        "group.id",
                        "livechat",
                        "session.timeout.ms",
                        session,
                        "heartbeat.interval.ms",
                        "250"),
                applied);
    }
}
