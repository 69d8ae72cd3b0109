package livechat.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import livechat.guarantees.TopicReader;
import livechat.log.RequestCodec;
import livechat.room.InMemoryLedger;
import livechat.room.KnownVisitor;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Token;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The request log, folded again by the rules alone: what every answer has to agree with. */
final class FoldedLog {

    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, InMemoryLedger> ledgers = new HashMap<>();
    private final int partitions;

    private FoldedLog(int partitions) {
        this.partitions = partitions;
    }

    /** Of these visitors, whose ids are all different: so each has a ledger of its own. */
    static FoldedLog read(TopicReader topics, int partitions, Set<String> tokens) {
        FoldedLog log = new FoldedLog(partitions);
        for (TopicReader.Message request : topics.read("livechat.room.requests")) {
            if (tokens.contains(request.key())) {
                log.landed(request.raw()).ifPresent(log::fold);
            }
        }
        return log;
    }

    /** What cannot be read goes to the dead letters, and changes nothing. */
    private Optional<Landed> landed(ConsumerRecord<byte[], byte[]> raw) {
        try {
            Position at =
                    new Position(raw.partition(), partitions, raw.offset(), Instant.ofEpochMilli(raw.timestamp()));
            return Optional.of(RequestCodec.read(raw.headers(), raw.key(), raw.value(), at));
        } catch (RuntimeException deadLetter) {
            return Optional.empty();
        }
    }

    private void fold(Landed landed) {
        if (!(landed.asked().request().key() instanceof Token token)) {
            return; // The platform's own, which these histories have none of.
        }
        InMemoryLedger ledger = ledgers.computeIfAbsent(token.value(), _ -> new InMemoryLedger());
        var decision = ledger.fold(landed);
        steps.computeIfAbsent(token.value(), _ -> new ArrayList<>(List.of(Step.NONE)))
                .add(Step.of(landed, decision, ledger.visitor(token).room()));
    }

    /** What the log did to a visitor, beginning with nothing. */
    List<Step> steps(String token) {
        return steps.getOrDefault(token, List.of(Step.NONE));
    }

    /** Every room there ever was, and whether it is open. */
    Map<String, Boolean> rooms() {
        Map<String, Boolean> rooms = new HashMap<>();
        steps.values()
                .forEach(all -> all.forEach(step -> {
                    step.created().ifPresent(id -> rooms.put(id, true));
                    step.closed().ifPresent(id -> rooms.put(id, false));
                }));
        return rooms;
    }

    /** As they are called outside. */
    Set<String> visitorIds() {
        Set<String> ids = new HashSet<>();
        ledgers.forEach((token, ledger) -> {
            if (ledger.visitor(new Token(token)) instanceof KnownVisitor known) {
                ids.add(known.id().value());
            }
        });
        return ids;
    }
}
