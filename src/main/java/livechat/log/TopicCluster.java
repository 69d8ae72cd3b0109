package livechat.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import livechat.log.TopicThere.Absent;
import livechat.log.TopicThere.Hidden;
import livechat.log.TopicThere.Present;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The cluster as far as topics go, with one time limit over all calls, so that a start that cannot succeed ends. */
final class TopicCluster {

    /** Long enough not to press the brokers, short enough not to be felt at start. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Duration limit;
    private final long deadline;

    TopicCluster(Admin admin, Duration limit) {
        this.admin = admin;
        this.limit = limit;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    Map<String, TopicThere> find(Collection<String> names) {
        var resources = names.stream().map(TopicCluster::resource).toList();
        var descriptions = admin.describeTopics(names, new DescribeTopicsOptions().timeoutMs(remaining()))
                .topicNameValues();
        var configs = admin.describeConfigs(resources, new DescribeConfigsOptions().timeoutMs(remaining()))
                .values();
        var found = new HashMap<String, TopicThere>();
        for (String name : names) {
            found.put(name, there(descriptions.get(name), configs.get(resource(name))));
        }
        return found;
    }

    /** Waits until the brokers tell of all these topics, which can be a moment after they were created. */
    Map<String, TopicThere> await(Collection<String> names) {
        var found = find(names);
        while (found.containsValue(new Absent())) {
            pause();
            found = find(names);
        }
        return found;
    }

    /** Returns one sentence for each topic that could not be created; one that somebody else created meanwhile is fine. */
    List<String> create(Collection<TopicFile> missing) {
        var topics = missing.stream().map(TopicFile::newTopic).toList();
        var created = admin.createTopics(topics, new CreateTopicsOptions().timeoutMs(remaining()))
                .values();
        var problems = new ArrayList<String>();
        for (TopicFile file : missing) {
            try {
                answer(created.get(file.name()));
            } catch (TopicExistsException _) {
                // Another instance was faster, and what it created is checked like any other.
            } catch (ApiException e) {
                problems.add("%s is missing and was not created: %s.".formatted(file.name(), remedy(file, e)));
            }
        }
        return problems;
    }

    private TopicThere there(
            @Nullable KafkaFuture<TopicDescription> description, @Nullable KafkaFuture<Config> config) {
        try {
            int partitions = answer(description).partitions().size();
            var settings = new HashMap<String, String>();
            for (ConfigEntry entry : answer(config).entries()) {
                if (entry.value() != null) {
                    settings.put(entry.name(), entry.value());
                }
            }
            return new Present(partitions, settings);
        } catch (UnknownTopicOrPartitionException _) {
            return new Absent();
        } catch (ApiException e) {
            return new Hidden(String.valueOf(e.getMessage()));
        }
    }

    private static String remedy(TopicFile file, ApiException refusal) {
        return switch (refusal) {
            case InvalidReplicationFactorException _ ->
                "it asks for %d replicas and there are fewer brokers; start more, or set livechat.topics.replicas"
                        .formatted(file.replicas());
            case AuthorizationException _ ->
                "this service may not do so; apply the files in topics/ as an administrator, or allow it Create";
            default -> String.valueOf(refusal.getMessage());
        };
    }

    /** The client holds a future for each name it was asked about. */
    private <T> T answer(@Nullable KafkaFuture<T> future) {
        try {
            return Objects.requireNonNull(future).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TimeoutException timeout -> throw new ClusterUnreachable(limit, timeout);
                case AuthenticationException refusal -> throw new ClusterUnreachable(limit, refusal);
                case ApiException refusal -> throw refusal;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ClusterUnreachable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterUnreachable(limit, e);
    }

    private int remaining() {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new ClusterUnreachable(limit, new TimeoutException("a created topic did not become visible"));
        }
        return (int) millis;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
