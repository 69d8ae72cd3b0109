package livechat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedBrokerIT {

    @TempDir
    Path work;

    @Test
    void keepsRecordsOverStopAndOtherPort() throws Exception {
        String first;
        try (var broker = EmbeddedBroker.start(work, 0)) {
            first = broker.bootstrapServers();
            Records.write(first);
        }
        try (var broker = EmbeddedBroker.start(work, 0)) {
            assertThat(broker.bootstrapServers()).isNotEqualTo(first);
            Records.assertKept(broker.bootstrapServers());
        }
    }

    @Test
    void keepsRecordsOverKill() throws Exception {
        int port = Ports.claim(0).broker();
        try (var process = start(port)) {
            Records.write("127.0.0.1:" + port);
            process.kill();
        }
        Instant killed = Instant.now();
        try (var broker = EmbeddedBroker.start(work.resolve("broker"), 0)) {
            // The killed broker's session keeps the new one out, and would do so for 9 s by default.
            assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(8));
            Records.assertKept(broker.bootstrapServers());
        }
    }

    @Test
    void leavesDirectoryToProcessThatRunsOnIt() throws Exception {
        int port = Ports.claim(0).broker();
        try (var process = start(port);
                var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
            assertThatExceptionOfType(BrokerCannotStart.class)
                    .isThrownBy(() -> EmbeddedBroker.start(work.resolve("broker"), 0))
                    .withMessage(
                            "The data directory %s is in use by another running broker; stop that process,"
                                    + " or choose another directory with LIVECHAT_DATA_DIR (livechat.data-dir)",
                            work.resolve("broker"));
            assertThat(process.stop()).isEqualTo(128 + 15);
        }
        EmbeddedBroker.start(work.resolve("broker"), 0).close();
    }

    /** As after a lost marker: the partition waits for an end, and no coordinator knows of a beginning. */
    @Test
    void endsTransactionItHasLostSightOf() throws Exception {
        try (var broker = EmbeddedBroker.start(work, 0)) {
            Records.write(broker.bootstrapServers());
            Records.writeInOpenTransaction(broker.bootstrapServers()).close(Duration.ZERO);
        }
        try (var lost = Files.newDirectoryStream(work, "__transaction_state-*")) {
            for (Path directory : lost) {
                FileSystemUtils.deleteRecursively(directory);
            }
        }
        try (var broker = EmbeddedBroker.start(work, 0)) {
            Records.assertNothingIsOpen(broker.bootstrapServers());
            Records.assertKept(broker.bootstrapServers());
        }
    }

    @Test
    void leavesTransactionThatRunsToItsProducer() throws Exception {
        try (var broker = EmbeddedBroker.start(work, 0)) {
            Records.write(broker.bootstrapServers());
            try (var producer = Records.writeInOpenTransaction(broker.bootstrapServers())) {
                HangingTransactions.abort(broker.bootstrapServers());
                Records.assertSomethingIsOpen(broker.bootstrapServers());
                producer.commitTransaction();
            }
        }
    }

    private BrokerProcess start(int port) throws Exception {
        return BrokerProcess.start(
                work, Map.of("LIVECHAT_DATA_DIR", work.toString(), "LIVECHAT_BROKER_PORT", String.valueOf(port)));
    }
}
