package livechat.broker;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this process, for one machine: reachable from it alone, with one copy of each record on its disk.
 *
 * <p>What it acknowledged outlives a kill of the process, but not a power failure of the machine. At most one broker in a
 * process: a fault that it cannot survive ends the process.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final DataDirectory data;
    private final KafkaRaftServer server;
    private final String address;

    private EmbeddedBroker(DataDirectory data, KafkaRaftServer server, String address) {
        this.data = data;
        this.server = server;
        this.address = address;
    }

    /**
     * Returns when the broker answers. The directory is made if there is none; port 0 stands for any free one.
     *
     * <p>Throws an exception whose message is one sentence for the operator if the broker cannot start.
     */
    public static EmbeddedBroker start(Path directory, int port) {
        DataDirectory data = DataDirectory.open(directory.toAbsolutePath().normalize());
        try {
            return startOn(data, Ports.claim(port));
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    private static EmbeddedBroker startOn(DataDirectory data, Ports ports) {
        KafkaRaftServer server = prepare(data.path(), ports);
        String address = Ports.HOST + ":" + ports.broker();
        startUp(server, data.path(), address);
        LOG.warn(
                "One embedded Kafka broker on {}, without replication: its only copy of the data is in {}",
                address,
                data.path());
        return new EmbeddedBroker(data, server, address);
    }

    // Kafka's Scala code throws checked exceptions that it does not declare.
    private static KafkaRaftServer prepare(Path directory, Ports ports) {
        try {
            KafkaConfig config = BrokerSettings.of(directory, ports);
            new Format(directory).ensure();
            FatalFaults.endTheProcess(directory);
            return new KafkaRaftServer(config, Time.SYSTEM);
        } catch (BrokerCannotStart known) {
            throw known;
        } catch (Exception failure) {
            throw failed(directory, failure);
        }
    }

    private static void startUp(KafkaRaftServer server, Path directory, String address) {
        try {
            server.startup();
            HangingTransactions.abort(address);
        } catch (Exception failure) {
            server.shutdown();
            throw failed(directory, failure);
        }
    }

    private static BrokerCannotStart failed(Path directory, Exception failure) {
        return new BrokerCannotStart(
                "The embedded broker failed to start on %s (%s)".formatted(directory, failure),
                "repair or move the directory, or choose another one with " + DataDirectory.SETTING,
                failure);
    }

    /** The address for clients on this machine, as host:port. */
    public String bootstrapServers() {
        return address;
    }

    /** Ends the broker in order and lets go of its directory; clients have to be closed before. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        data.close();
    }
}
