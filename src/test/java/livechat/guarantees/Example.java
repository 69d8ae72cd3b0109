package livechat.guarantees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livechat.Npm;
import livechat.Program;

/** The programs under examples/, started as their page says. */
enum Example {
    JAVA_CONSUMER(List.of("./mvnw", "-q", "-f", "examples/java-consumer/pom.xml", "compile", "exec:java")),
    /** By the script of `npm start`, without npm: a signal has to reach the program itself. */
    NODE_CONSUMER(List.of("node", "examples/node-consumer/main.js")),
    NODE_AGENT(List.of("node", "examples/node-agent/main.js"));

    static final Path FOLDER = Path.of("examples");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> command;

    Example(List<String> command) {
        this.command = command;
    }

    Program start(String brokers, Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
        if (this == JAVA_CONSUMER) {
            return Program.start(Path.of("."), all, command);
        }
        Npm.install(FOLDER);
        return Npm.node(Path.of("."), all, command.getLast());
    }
}
