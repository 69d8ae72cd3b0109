package livechat.fold;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaStreamsCustomizer;

/**
 * What this instance was in its group until it was killed. The group would wait for that until its session ends; so it is
 * taken out of the group before this one joins.
 *
 * <p>Kafka Streams keeps its names beside the state, locked against a process that still lives.
 */
final class FormerSelf implements KafkaStreamsCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(FormerSelf.class);

    /** As long as the shortest session: beyond, nothing is gained. */
    private static final int LIMIT_MILLIS = 2000;

    private final Supplier<Admin> admins;
    private final String group;

    FormerSelf(Supplier<Admin> admins, String group) {
        this.admins = admins;
        this.group = group;
    }

    @Override
    public void customize(KafkaStreams streams) {
        leave(streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .collect(Collectors.toSet()));
    }

    /** Of those names; if it is not possible, the session will end. */
    void leave(Set<String> names) {
        Admin admin = admins.get();
        try {
            leave(admin, names);
        } catch (ExecutionException refused) {
            LOG.debug("The group is joined without a look at who was in it", refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Kafka removes either all members or those that have a name for ever; so only when nobody else is there. */
    private void leave(Admin admin, Set<String> names) throws ExecutionException, InterruptedException {
        Collection<MemberDescription> members = Objects.requireNonNull(admin.describeConsumerGroups(
                                Set.of(group), new DescribeConsumerGroupsOptions().timeoutMs(LIMIT_MILLIS))
                        .describedGroups()
                        .get(group))
                .get()
                .members();
        if (!members.isEmpty()
                && members.stream().map(MemberDescription::clientId).allMatch(names::contains)) {
            RemoveMembersFromConsumerGroupOptions all = new RemoveMembersFromConsumerGroupOptions();
            all.reason("killed, and started again");
            admin.removeMembersFromConsumerGroup(group, all.timeoutMs(LIMIT_MILLIS))
                    .all()
                    .get();
        }
    }
}
