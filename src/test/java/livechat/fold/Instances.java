package livechat.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.TaskAssignmentException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.ApplicationState;
import org.apache.kafka.streams.processor.assignment.AssignmentConfigs;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsState;
import org.apache.kafka.streams.processor.assignment.ProcessId;
import org.apache.kafka.streams.processor.assignment.TaskAssignor.TaskAssignment;
import org.apache.kafka.streams.processor.assignment.TaskInfo;
import org.apache.kafka.streams.processor.assignment.TaskTopicPartition;
import org.apache.kafka.streams.state.HostInfo;

/** What Kafka Streams tells an assignor: who had which of six partitions. What somebody had, they have the state of. */
record Instances(List<Instance> all, boolean hasLags, Optional<Instant> looksAgain) implements ApplicationState {

    static final long PROBING_INTERVAL_MILLIS = 60_000;
    private static final int PARTITIONS = 6;
    private static final long ACCEPTABLE_LAG = 10_000;

    static Instances of(Instance... instances) {
        return new Instances(Arrays.asList(instances), true, Optional.empty());
    }

    Instances without(String name) {
        return new Instances(
                all.stream().filter(each -> !each.name().equals(name)).toList(), hasLags, Optional.empty());
    }

    Instances with(Instance instance) {
        List<Instance> more = new ArrayList<>(all);
        more.add(instance);
        return new Instances(more, hasLags, Optional.empty());
    }

    Instances withoutLags() {
        return new Instances(all, false, Optional.empty());
    }

    Instances after(TaskAssignment assignment) {
        List<Instance> next = all.stream()
                .map(instance -> assignment.assignment().stream()
                        .filter(each -> each.processId().equals(instance.processId()))
                        .findFirst()
                        .map(each -> new Instance(
                                instance.name(),
                                partitions(each, AssignedTask.Type.ACTIVE),
                                partitions(each, AssignedTask.Type.STANDBY)))
                        .orElseThrow())
                .toList();
        return new Instances(
                next,
                hasLags,
                assignment.assignment().stream()
                        .flatMap(each -> each.followupRebalanceDeadline().stream())
                        .findFirst());
    }

    private static Set<Integer> partitions(KafkaStreamsAssignment assignment, AssignedTask.Type type) {
        return assignment.tasks().values().stream()
                .filter(task -> task.type() == type)
                .map(task -> task.id().partition())
                .collect(Collectors.toSet());
    }

    Map<String, Set<Integer>> active() {
        return all.stream().collect(Collectors.toMap(Instance::name, Instance::active));
    }

    Map<String, Set<Integer>> standby() {
        return all.stream().collect(Collectors.toMap(Instance::name, Instance::standby));
    }

    /** How many have each partition, be it as a standby. */
    Map<Integer, Long> copies() {
        return all.stream()
                .flatMap(each -> Stream.concat(each.active().stream(), each.standby().stream()))
                .collect(Collectors.groupingBy(partition -> partition, Collectors.counting()));
    }

    @Override
    public Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean withLags) {
        if (withLags && !hasLags) {
            throw new TaskAssignmentException("the brokers do not answer");
        }
        SortedMap<ProcessId, KafkaStreamsState> states = new TreeMap<>();
        all.forEach(each -> states.put(each.processId(), each));
        return states;
    }

    @Override
    public AssignmentConfigs assignmentConfigs() {
        return new AssignmentConfigs(ACCEPTABLE_LAG, 2, 1, PROBING_INTERVAL_MILLIS, List.of());
    }

    @Override
    public Map<TaskId, TaskInfo> allTasks() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new Task(new TaskId(0, partition)))
                .collect(Collectors.toMap(Task::id, task -> task));
    }

    private record Task(TaskId id) implements TaskInfo {

        @Override
        public boolean isStateful() {
            return true;
        }

        @Override
        public Set<String> stateStoreNames() {
            return Set.of("rooms");
        }

        @Override
        public Set<TaskTopicPartition> topicPartitions() {
            return Set.of(new Changelog(new TopicPartition("changelog", id.partition())));
        }
    }

    /** Only what has one has standbys. */
    private record Changelog(TopicPartition topicPartition) implements TaskTopicPartition {

        @Override
        public boolean isSource() {
            return false;
        }

        @Override
        public boolean isChangelog() {
            return true;
        }

        @Override
        public Optional<Set<String>> rackIds() {
            return Optional.empty();
        }
    }

    record Instance(String name, Set<Integer> active, Set<Integer> standby) implements KafkaStreamsState {

        @Override
        public ProcessId processId() {
            return new ProcessId(UUID.nameUUIDFromBytes(new byte[] {(byte) name.charAt(0)}));
        }

        @Override
        public int numProcessingThreads() {
            return 1;
        }

        @Override
        public SortedSet<String> consumerClientIds() {
            return new TreeSet<>(Set.of(name));
        }

        @Override
        public SortedSet<TaskId> previousActiveTasks() {
            return tasks(active.stream());
        }

        @Override
        public SortedSet<TaskId> previousStandbyTasks() {
            return tasks(standby.stream());
        }

        private static SortedSet<TaskId> tasks(Stream<Integer> partitions) {
            return partitions.map(partition -> new TaskId(0, partition)).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public long lagFor(TaskId task) {
            return active.contains(task.partition()) || standby.contains(task.partition()) ? 0 : 1_000_000;
        }

        @Override
        public SortedSet<TaskId> prevTasksByLag(String consumer) {
            return tasks(Stream.concat(active.stream(), standby.stream()));
        }

        @Override
        public Map<TaskId, Long> statefulTasksToLagSums() {
            return Map.of();
        }

        @Override
        public Optional<HostInfo> hostInfo() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> clientTags() {
            return Map.of();
        }

        @Override
        public Optional<String> rackId() {
            return Optional.empty();
        }
    }
}
