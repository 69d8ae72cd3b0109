package livechat.guarantees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import livechat.FreePort;

/** A broker in a process of its own, which outlives the instances that use it. */
record BrokerOnly(Process process, int port) implements AutoCloseable {

    static BrokerOnly start(Path directory) throws IOException {
        Files.createDirectories(directory);
        int port = FreePort.find();
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ServiceProcess.classPath(),
                "livechat.broker.BrokerAlone");
        builder.environment().put("LIVECHAT_BROKER_PORT", String.valueOf(port));
        builder.environment().put("LIVECHAT_DATA_DIR", directory.resolve("data").toString());
        Path output = directory.resolve("output.txt");
        return new BrokerOnly(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                port);
    }

    /** What an instance needs to use it as a cluster of one. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port,
                "LIVECHAT_TOPICS_REPLICAS", "1",
                "SPRING_KAFKA_STREAMS_REPLICATION_FACTOR", "1",
                "SPRING_KAFKA_STREAMS_PROPERTIES_TOPIC_MIN_INSYNC_REPLICAS", "1");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
