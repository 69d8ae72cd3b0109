package livechat.directory;

import java.util.List;
import java.util.stream.Stream;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The directory's topics as tables, filled together so that they are shown together. */
record Tables(Table<Agent> agents, Table<Department> departments) {

    static Tables empty() {
        return new Tables(new Table<>(Topics.AGENTS, Agent::id), new Table<>(Topics.DEPARTMENTS, Department::id));
    }

    List<String> topics() {
        return all().map(Table::topic).toList();
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        all().filter(table -> table.topic().equals(record.topic())).forEach(table -> table.take(record));
    }

    int unreadable() {
        return all().mapToInt(Table::unreadable).sum();
    }

    private Stream<Table<?>> all() {
        return Stream.of(agents, departments);
    }
}
