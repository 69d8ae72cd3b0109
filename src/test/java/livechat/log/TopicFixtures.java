package livechat.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Topics as a file could describe them, small enough for one broker. */
final class TopicFixtures {

    static final Map<String, String> LOG =
            Map.of("cleanup.policy", "delete", "message.timestamp.type", "LogAppendTime");

    private TopicFixtures() {}

    static TopicFile aTopic(String name) {
        return new TopicFile(name, false, 2, 1, LOG);
    }

    static TopicFile someReferenceData(String name) {
        return new TopicFile(name, true, 1, 1, LOG);
    }

    static TopicFile with(TopicFile file, String key, String value) {
        var config = new HashMap<>(file.config());
        config.put(key, value);
        return new TopicFile(file.name(), file.isReference(), file.partitions(), file.replicas(), config);
    }

    static TopicFiles files(TopicFile... files) {
        return new TopicFiles(List.of(files));
    }

    static Resource aFile(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
