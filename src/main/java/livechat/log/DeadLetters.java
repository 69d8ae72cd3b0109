package livechat.log;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** A main of its own, for operators: lists the dead letters and puts one back. Its settings are those of the service. */
final class DeadLetters {

    private static final String BROKERS = "spring.kafka.bootstrap-servers";

    /** More than a request needs to land, so that nobody has to hurry; far less than what the fold takes for a mistake. */
    private static final Duration TIME_TO_LAND = Duration.ofSeconds(60);

    /** A broker that is there answers at once; one that is not should not keep anybody waiting. */
    private static final int PATIENCE_MILLIS = 10_000;

    private DeadLetters() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            LetterOptions options = new LetterOptions(new DefaultApplicationArguments(args));
            return run(args, new LetterDesk(options, out, err));
        } catch (PutBack.Unsure unsure) {
            err.println(unsure.getMessage());
            return LetterDesk.NOT_FOLDED_YET;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(LetterOptions.USAGE);
        } catch (RetriableException away) {
            err.println("The brokers do not answer: " + away.getMessage());
        } catch (RuntimeException problem) {
            err.println(problem.getMessage());
        }
        return LetterDesk.NOT_WRITTEN;
    }

    private static int run(String[] args, LetterDesk desk) throws InterruptedException {
        try (ConfigurableApplicationContext context = settings().run(args);
                LetterBox box = new LetterBox(consumer(context));
                Producer<byte[], byte[]> producer = producer(context.getBean(ProducerFactory.class))) {
            return desk.run(box, producer, new LogClock(Clock.systemUTC(), TIME_TO_LAND));
        }
    }

    /** What is printed is the answer, and nothing else. */
    private static SpringApplication settings() {
        SpringApplication settings = new SpringApplication(SslAutoConfiguration.class, KafkaAutoConfiguration.class);
        settings.setWebApplicationType(WebApplicationType.NONE);
        settings.setBannerMode(Banner.Mode.OFF);
        settings.setLogStartupInfo(false);
        settings.setDefaultProperties(Map.of("logging.threshold.console", "off"));
        settings.addInitializers(context -> findBrokers(context.getEnvironment()));
        return settings;
    }

    /** As a service with the same settings would find them. */
    private static void findBrokers(ConfigurableEnvironment environment) {
        if (environment.getProperty(BROKERS, "").isBlank()) {
            Map<String, Object> embedded = Map.of(BROKERS, "127.0.0.1:${livechat.broker-port}");
            environment.getPropertySources().addFirst(new MapPropertySource("embedded broker", embedded));
        }
    }

    /** Of the fold's group, without joining it: how far that has come is asked, and nothing committed. */
    private static Consumer<byte[], byte[]> consumer(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2);
        String group = context.getEnvironment().getRequiredProperty("spring.kafka.streams.application-id");
        return CommittedBytes.consumer(context.getBean(ConsumerFactory.class), group, null, settings);
    }

    private static Producer<byte[], byte[]> producer(ProducerFactory<?, ?> producers) {
        Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
