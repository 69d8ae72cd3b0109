package livechat.fold;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import livechat.log.CommittedBytes;
import livechat.log.Partitions;
import livechat.ops.Meters;
import livechat.store.Applied;
import livechat.store.Outcomes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Wires the fold into Kafka Streams; the settings that are not a matter of taste are in application.yaml, with reasons. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class FoldConfiguration {

    /** Below the web server's, so that the fold is there before the first request and until after the last one. */
    private static final int PHASE = 0;

    @Bean
    Arrival.Desk brokers(ConsumerFactory<?, ?> consumers, KafkaStreamsConfiguration streams) {
        Map<String, Object> settings = Map.of(
                // It goes from topic to topic: a fetch that waits for more records of the last one would hold up the
                // next.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        String group = streams.asProperties().getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        return new Brokers(() -> CommittedBytes.consumer(consumers, group, null, settings));
    }

    @Bean
    RoomTopology roomTopology(
            Partitions partitions, Arrival.Desk desk, Applied applied, Outcomes outcomes, Meters meters) {
        Surroundings around = new Surroundings(partitions, desk, applied, outcomes, meters);
        return new RoomTopology(() -> new RoomProcessor(around));
    }

    @Bean
    Supervision supervision(ApplicationEventPublisher events) {
        return new Supervision(() -> AvailabilityChangeEvent.publish(events, Supervision.class, LivenessState.BROKEN));
    }

    @Bean
    @ConditionalOnProperty(name = "livechat.reads", havingValue = "lease")
    KafkaClientSupplier leasedClients(Applied applied) {
        return new DefaultKafkaClientSupplier() {
            @Override
            public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
                return new LeasedConsumer(config, applied);
            }
        };
    }

    @Bean
    FormerSelf formerSelf(KafkaAdmin admin, KafkaStreamsConfiguration streams) {
        return new FormerSelf(
                () -> Admin.create(admin.getConfigurationProperties()),
                streams.asProperties().getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer foldConfigurer(
            RoomTopology topology,
            Supervision supervision,
            FormerSelf former,
            Supplier<Instant> now,
            Optional<KafkaClientSupplier> clients) {
        return streams -> {
            clients.ifPresent(streams::setClientSupplier);
            Properties settings = Objects.requireNonNull(streams.getStreamsConfiguration());
            settings.put(StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG, StickyAssignor.class.getName());
            settings.put(StickyAssignor.NOW, now);
            streams.setStreamsConfiguration(settings);
            streams.setInfrastructureCustomizer(built(topology));
            streams.setKafkaStreamsCustomizer(former);
            streams.setPhase(PHASE);
            streams.setLeaveGroupOnClose(true); // Else the partitions stay away until the session has expired.
            streams.setStateListener(supervision);
            streams.setStreamsUncaughtExceptionHandler(supervision);
        };
    }

    private static KafkaStreamsInfrastructureCustomizer built(RoomTopology topology) {
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology empty) {
                topology.addTo(empty);
            }
        };
    }

    @Bean
    HealthIndicator foldHealthIndicator(StreamsBuilderFactoryBean streams, Applied applied, Meters meters) {
        return new FoldHealth(
                () -> Optional.ofNullable(streams.getKafkaStreams()).map(KafkaStreams::state), applied, meters);
    }
}
