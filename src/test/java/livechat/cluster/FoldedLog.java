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
import livechat.room.ClosedRoom;
import livechat.room.Event;
import livechat.room.InMemoryLedger;
import livechat.room.KnownVisitor;
import livechat.room.Landed;
import livechat.room.OpenRoom;
import livechat.room.Position;
import livechat.room.Token;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The request log, folded again by the rules alone: what every answer has to agree with. */
final class FoldedLog {

    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, InMemoryLedger> ledgers = new HashMap<>();
    private final Map<String, Told> rooms = new HashMap<>();
    private final List<String> messages = new ArrayList<>();
    private final int partitions;

    private FoldedLog(int partitions) {
        this.partitions = partitions;
    }

    /** A room as it is at the end, as far as it is compared with what was published. */
    record Told(boolean isOpen, int messages) {

        static Told of(OpenRoom room, boolean isOpen) {
            return new Told(isOpen, room.conversation().messages());
        }
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
        decision.events().forEach(this::keep);
    }

    /** As far as these histories go: they have no more than rooms, messages and who is there. */
    private void keep(Event event) {
        if (event instanceof Event.MessageAdded added) {
            messages.add(added.message().id().value());
        }
        if (event instanceof Event.OfOpenRoom open) {
            rooms.put(open.room().id().value(), Told.of(open.room(), true));
        } else if (event instanceof Event.RoomClosed(ClosedRoom room)) {
            rooms.put(room.id().value(), Told.of(room.was(), false));
        }
    }

    /** What the log did to a visitor, beginning with nothing. */
    List<Step> steps(String token) {
        return steps.getOrDefault(token, List.of(Step.NONE));
    }

    /** Every room there ever was. */
    Map<String, Told> rooms() {
        return Map.copyOf(rooms);
    }

    /** The ids of all messages, in the order of the log; one that was added twice is there twice. */
    List<String> messages() {
        return List.copyOf(messages);
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
