package example;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records by the contract: the type is in a header, and there is one schema for each type.
 *
 * <p>A record of a type that this version of the schemas does not know is from a newer service: it is skipped and counted.
 * One that its schema does not allow is a fault of its writer: it is reported, counted, and skipped too, so that one bad
 * record does not stop all others.
 */
final class Records {

    /** What the schemas call themselves, and where the build has put them; nothing is asked of the network. */
    private static final String NAMES = "https://livechat.example/topics/schemas/";

    private static final String FILES = "schemas/";

    /** What every result says of where it comes from. */
    private static final List<String> HEADERS = List.of("ce_id", "ce_time", "ce_requestid", "ce_position");

    private static final JsonMapper JSON = new JsonMapper();

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(resolvers -> resolvers.mapPrefix(NAMES, "classpath:" + FILES)));
    private final Map<String, Integer> unknown = new TreeMap<>();
    private int invalid;

    /** What a record says, if it can be read. What is read again, after a restart, was counted and reported before. */
    Optional<Told> read(ConsumerRecord<byte[], byte[]> raw, boolean isNew) {
        String type = header(raw, "ce_type");
        String name = type.replaceFirst("^livechat\\.", "");
        if (Records.class.getClassLoader().getResource(FILES + name + ".json") == null) {
            unknown.merge(type, isNew ? 1 : 0, Integer::sum);
            return Optional.empty();
        }
        try {
            JsonNode body = JSON.readTree(raw.value() == null ? new byte[0] : raw.value());
            check(name, body);
            HEADERS.forEach(header -> check(raw, header));
            return Optional.of(new Told(name.replaceFirst("\\.v\\d+$", ""), header(raw, "ce_time"), body));
        } catch (IllegalArgumentException | JacksonException fault) {
            if (isNew) {
                report(raw, type, fault);
            }
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> raw, String name) {
        Header header = raw.headers().lastHeader(name);
        return header == null ? "no " + name : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void check(String name, JsonNode body) {
        Schema schema = schemas.getSchema(SchemaLocation.of(NAMES + name + ".json"));
        List<Error> faults = schema.validate(body);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().map(Error::toString).collect(Collectors.joining(", ")));
        }
    }

    private static void check(ConsumerRecord<byte[], byte[]> raw, String header) {
        if (raw.headers().lastHeader(header) == null) {
            throw new IllegalArgumentException("no header " + header);
        }
    }

    private void report(ConsumerRecord<byte[], byte[]> raw, String type, RuntimeException fault) {
        invalid++;
        System.err.println(Rooms.plain("Invalid %s at %s-%d@%d: %s"
                .formatted(type, raw.topic(), raw.partition(), raw.offset(), fault.getMessage())));
    }

    /** What was left out, for the end. */
    String leftOut() {
        Stream<String> skipped = unknown.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " of unknown type " + entry.getKey());
        return Stream.concat(skipped, Stream.of(invalid + " invalid").filter(_unused -> invalid > 0))
                .collect(Collectors.joining(", "));
    }
}
