package livechat.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Directories that have been read, and records as the platform writes them. */
public final class DirectoryFixtures {

    private DirectoryFixtures() {}

    /** Ready, with these agents available and these departments enabled. */
    public static Directory aDirectory(List<Agent> agents, List<Department> departments) {
        Tables tables = Tables.empty();
        agents.forEach(agent -> tables.take(agent(agent.id(), agent.username(), true)));
        departments.forEach(each -> tables.take(department(each.id(), true, each.ancestors())));
        Directory directory = new Directory();
        directory.open(tables);
        return directory;
    }

    static ConsumerRecord<byte[], byte[]> agent(String id, String username, boolean available) {
        return record(
                Topics.AGENTS.name(),
                id,
                "{\"_id\":\"%s\",\"username\":\"%s\",\"available\":%s}".formatted(id, username, available));
    }

    static ConsumerRecord<byte[], byte[]> department(String id, boolean enabled, List<String> ancestors) {
        String ids = ancestors.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return record(
                Topics.DEPARTMENTS.name(),
                id,
                "{\"_id\":\"%s\",\"enabled\":%s,\"ancestors\":[%s]}".formatted(id, enabled, ids));
    }

    static ConsumerRecord<byte[], byte[]> tombstone(String topic, String key) {
        return new ConsumerRecord<>(topic, 0, 41, key.getBytes(UTF_8), null);
    }

    static ConsumerRecord<byte[], byte[]> record(String topic, String key, String value) {
        return new ConsumerRecord<>(topic, 0, 41, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
