package livechat.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesVersion;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/** What Kafka has to find in a directory before a broker can start on it. */
record Format(Path directory) {

    private static final String METADATA = "__cluster_metadata-0";

    /** Kafka writes meta.properties last: a directory with neither it nor metadata is new, or was never completed. */
    void ensure() throws Exception {
        VersionMarker marker = new VersionMarker(directory);
        marker.refuseNewer();
        if (Files.exists(metaProperties())) {
            refuseForeign();
        } else {
            refuseHeadless();
            create();
        }
        marker.update();
    }

    private void refuseForeign() {
        MetaProperties found = read();
        if (found.version() != MetaPropertiesVersion.V1) {
            throw incompatible("it is empty, or from before KRaft", null);
        }
        if (found.nodeId().orElseThrow() != BrokerSettings.NODE) {
            throw incompatible("it belongs to another broker", null);
        }
    }

    private MetaProperties read() {
        try (InputStream in = Files.newInputStream(metaProperties())) {
            Properties properties = new Properties();
            properties.load(in);
            return new MetaProperties.Builder(properties).build();
        } catch (IOException | RuntimeException unreadable) {
            throw incompatible(unreadable.getMessage(), unreadable);
        }
    }

    /** A new meta.properties would give the old records a new cluster id, and Kafka would discard them. */
    private void refuseHeadless() {
        if (Files.exists(directory.resolve(METADATA))) {
            throw incompatible("the file is missing, yet there are records", null);
        }
    }

    private void create() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .run();
    }

    private Path metaProperties() {
        return directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
    }

    private BrokerCannotStart incompatible(@Nullable String reason, @Nullable Throwable cause) {
        return new BrokerCannotStart(
                "The data directory %s is not one that this version can use, says its file meta.properties (%s)"
                        .formatted(directory, reason),
                "move it away, or choose another one with " + DataDirectory.SETTING,
                cause);
    }
}
