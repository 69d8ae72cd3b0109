package livechat.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;

/** The broker's settings: those of embedded-broker.properties, and where it listens and writes. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String FILE = "/embedded-broker.properties";

    private BrokerSettings() {}

    static KafkaConfig of(Path directory, Ports ports) throws IOException {
        Properties properties = fixed();
        String clients = "PLAINTEXT://%s:%d".formatted(Ports.HOST, ports.broker());
        String controller = "%s:%d".formatted(Ports.HOST, ports.controller());
        properties.setProperty("node.id", String.valueOf(NODE));
        properties.setProperty("log.dirs", directory.toString());
        properties.setProperty("listeners", clients + "," + CONTROLLER + "://" + controller);
        properties.setProperty("advertised.listeners", clients);
        properties.setProperty("controller.listener.names", CONTROLLER);
        // Named here and not in the metadata, since a voter kept in the metadata could not change its port.
        properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
        return new KafkaConfig(properties);
    }

    private static Properties fixed() throws IOException {
        try (InputStream in = Objects.requireNonNull(BrokerSettings.class.getResourceAsStream(FILE), FILE)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        }
    }
}
