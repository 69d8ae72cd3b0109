package livechat.log;

import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Asked;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.LongTexts;
import livechat.room.RandomLog;
import livechat.room.RequestTable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the code writes is valid: each request in each state, texts as long as they may be, and lives at random. A
 * failing test prints its seed; {@code -Dlivechat.seed=…} runs that one again.
 */
class WrittenRecordsTests {

    private static final int LOGS = 30;
    private static final int REQUESTS = 300;
    private static final Partitions ONE = new Partitions(1);
    private static final Contract CONTRACT = Contract.current();

    private final Set<String> types = new HashSet<>();

    static LongStream seeds() {
        Long wanted = Long.getLong("livechat.seed");
        return wanted != null
                ? LongStream.of(wanted)
                : RandomGenerator.getDefault().longs(LOGS);
    }

    @Test
    void areValidForEachRequestInEachState() {
        for (List<Asked> before : RequestTable.states().values()) {
            RequestTable.requests()
                    .values()
                    .forEach(request -> fold(Stream.concat(before.stream(), Stream.of(RequestTable.later(request)))
                            .toList()));
        }

        // The reference data is written by the platform; a mark on the log asks for nothing and has no row in the
        // table.
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(Schemas.current().names().stream()
                        .filter(name -> !List.of("agent.v1", "department.v1", "read-requested.v1")
                                .contains(name))
                        .toList());
    }

    @Test
    void areValidWithTextsAsLongAsTheyMayBe() {
        fold(LongTexts.requests());

        assertThat(types).doesNotContain("request-refused.v1");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areValidForLivesAtRandom(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        RandomLog.of(seed, REQUESTS).forEach(landed -> validate(landed, ledger));
    }

    private void fold(List<Asked> requests) {
        InMemoryLedger ledger = new InMemoryLedger();
        for (int i = 0; i < requests.size(); i++) {
            validate(landed(requests.get(i), i), ledger);
        }
    }

    private void validate(Landed landed, InMemoryLedger ledger) {
        ProducerRecord<byte[], byte[]> request = RequestCodec.write(landed.asked(), ONE);
        validate(request.headers(), request.value());
        for (Publication published : ResultCodec.publications(landed, ledger.fold(landed))) {
            byte[] body = published.body();
            if (body != null) {
                validate(published.headers(), body);
            }
        }
    }

    private void validate(Headers headers, byte[] body) {
        String name = CloudEvents.required(headers, CloudEvents.TYPE).replaceFirst("^livechat\\.", "");
        types.add(name);
        JsonNode written = Golden.parse(body);
        assertThat(Schemas.current().problems(name, written)).as(name).isEmpty();
        assertThat(CONTRACT.at("/components/messages/" + name).part("payload").unnamed(name, written))
                .as("members that nobody is told about")
                .isEmpty();
    }
}
