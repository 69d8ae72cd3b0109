package livechat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every log. A failing test prints its seed; {@code -Dlivechat.seed=…} runs that one again. */
class RoomPropertyTests {

    private static final int LOGS = 100;
    private static final int REQUESTS = 300;

    static LongStream seeds() {
        Long wanted = Long.getLong("livechat.seed");
        return wanted != null
                ? LongStream.of(wanted)
                : RandomGenerator.getDefault().longs(LOGS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverOpensASecondRoom(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        Map<Token, RoomId> open = new HashMap<>();
        for (Landed landed : RandomLog.of(seed, REQUESTS)) {
            for (Event event : ledger.fold(landed).events()) {
                switch (event) {
                    case Event.RoomCreated created ->
                        assertThat(open.put(
                                        created.room().visitor().token(),
                                        created.room().id()))
                                .as(
                                        "a room that was open when %s was created",
                                        created.room().id())
                                .isNull();
                    case Event.RoomClosed closed ->
                        assertThat(open.remove(closed.room().was().visitor().token()))
                                .isEqualTo(closed.room().was().id());
                    case Event.VisitorErased erased -> open.remove(erased.token());
                    case Event.OfOpenRoom changed ->
                        assertThat(open)
                                .containsEntry(
                                        changed.room().visitor().token(),
                                        changed.room().id());
                    case Event.VisitorRegistered _,
                            Event.VisitorUpdated _,
                            Event.VisitorForgotten _,
                            Event.RoomUpdated _,
                            Event.RoomSurveyed _,
                            Event.RoomForgotten _,
                            Event.RequestRefused _ -> {}
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesToTheSameStateAndTheSameEventsFromTheSameLog(long seed) {
        List<Landed> log = RandomLog.of(seed, REQUESTS);
        InMemoryLedger first = new InMemoryLedger();
        InMemoryLedger second = new InMemoryLedger();

        assertThat(replay(log, first)).isEqualTo(replay(log, second));
        assertThat(first).isEqualTo(second);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesToTheSameStateInTwoHalves(long seed) {
        List<Landed> log = RandomLog.of(seed, REQUESTS);
        InMemoryLedger whole = new InMemoryLedger();
        InMemoryLedger firstHalf = new InMemoryLedger();
        List<Decision> decisions = replay(log, whole);

        int half = (int) Math.floorMod(seed, (long) log.size());
        List<Decision> inHalves = new ArrayList<>(replay(log.subList(0, half), firstHalf));
        InMemoryLedger secondHalf = new InMemoryLedger(firstHalf);
        inHalves.addAll(replay(log.subList(half, log.size()), secondHalf));

        assertThat(inHalves).isEqualTo(decisions);
        assertThat(secondHalf).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesARememberedRequestTheSameOutcomeAndNoEvent(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        Map<String, Outcome> changes = new HashMap<>();
        for (Landed landed : RandomLog.of(seed, REQUESTS)) {
            Asked asked = landed.asked();
            String key = visitor(asked, ledger).token().value() + asked.id();
            boolean remembered = visitor(asked, ledger).memory().changes().stream()
                    .anyMatch(change -> change.id().equals(asked.id())
                            && change.content().equals(asked.request().content()));
            Decision decision = ledger.fold(landed);
            if (remembered) {
                assertThat(decision.outcome()).isEqualTo(changes.get(key));
                assertThat(decision.events()).isEmpty();
            } else if (decision.isChange()) {
                changes.put(key, decision.outcome());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverAppliesARequestTwice(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        Set<String> applied = new HashSet<>();
        for (Landed landed : RandomLog.of(seed, REQUESTS)) {
            Asked asked = landed.asked();
            String visitor = visitor(asked, ledger).token().value();
            if (ledger.fold(landed).isChange()) {
                assertThat(applied.add(visitor
                                + asked.id()
                                + asked.deadline()
                                + asked.request().content()))
                        .as("%s at offset %d is new", asked.id(), landed.at().offset())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesNothingForALateRequest(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        for (Landed landed : RandomLog.of(seed, REQUESTS)) {
            Decision decision = ledger.fold(landed);
            if (landed.isLate()) {
                assertThat(decision.isChange()).isFalse();
            }
        }
    }

    private static Visitor visitor(Asked asked, Ledger ledger) {
        return switch (asked.request().key()) {
            case Token token -> ledger.visitor(token);
            case RoomId id -> ledger.owner(id).map(ledger::visitor).orElseGet(() -> Stranger.at(id));
        };
    }

    private static List<Decision> replay(List<Landed> log, InMemoryLedger ledger) {
        return log.stream().map(ledger::fold).toList();
    }
}
