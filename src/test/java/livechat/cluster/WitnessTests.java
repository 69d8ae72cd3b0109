package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import livechat.room.Outcome;
import livechat.room.RoomId;
import org.junit.jupiter.api.Test;

/** Answers against a log on which R1 is created at 10, closed at 20, and R2 created at 30. */
class WitnessTests {

    private static final long SECOND = 1000;

    private static final List<Step> LOG = List.of(
            Step.NONE,
            new Step(10 * SECOND, Optional.of(new Outcome.Created(new RoomId("R1"))), true, Optional.of("R1")),
            new Step(20 * SECOND, Optional.of(new Outcome.Closed(new RoomId("R1"))), true, Optional.empty()),
            new Step(30 * SECOND, Optional.of(new Outcome.Created(new RoomId("R2"))), true, Optional.of("R2")));

    private static Operation get(int from, int to, Answer answer) {
        return new Operation("visitor", new Wish.Get(), answer, from * SECOND, to * SECOND);
    }

    private static Operation look(int from, int to, Answer answer) {
        return new Operation("visitor", new Wish.Look(), answer, from * SECOND, to * SECOND);
    }

    private static Operation close(int from, int to, Answer answer) {
        return new Operation("visitor", new Wish.Close("R1"), answer, from * SECOND, to * SECOND);
    }

    private static List<Operation> missing(Operation... operations) {
        return Witness.missing(List.of(operations), LOG, millis -> millis);
    }

    @Test
    void explainsWhatTheLogSays() {
        assertThat(missing(
                        look(1, 2, new Answer.Nothing()),
                        get(9, 11, new Answer.Created("R1")),
                        look(12, 13, new Answer.Found("R1")),
                        close(19, 21, new Answer.Closed("R1")),
                        close(22, 23, new Answer.Refused()),
                        get(29, 31, new Answer.Created("R2")),
                        close(32, 33, new Answer.Refused())))
                .isEmpty();
    }

    private static Operation say(int from, int to, Answer answer) {
        return new Operation("visitor", new Wish.Say("R1", "M1"), answer, from * SECOND, to * SECOND);
    }

    @Test
    void explainsMessagesByTheRoomThatIsOpen() {
        assertThat(missing(
                        get(9, 11, new Answer.Created("R1")),
                        say(12, 13, new Answer.Said("R1")),
                        close(19, 21, new Answer.Closed("R1")),
                        say(22, 23, new Answer.Refused())))
                .isEmpty();
    }

    @Test
    void missesAMessageThatWasTakenAfterTheClose() {
        Operation late = say(22, 23, new Answer.Said("R1"));
        assertThat(missing(close(19, 21, new Answer.Closed("R1")), late)).containsExactly(late);
    }

    @Test
    void missesAMessageThatWasRefusedWhileTheRoomWasOpen() {
        Operation refused = say(12, 13, new Answer.Refused());
        assertThat(missing(get(9, 11, new Answer.Created("R1")), refused)).containsExactly(refused);
    }

    @Test
    void missesARoomThatIsNotOnTheLog() {
        Operation created = get(1, 2, new Answer.Created("R7"));
        assertThat(missing(created)).containsExactly(created);
    }

    @Test
    void missesAnAnswerFromBeforeOneThatWasGiven() {
        Operation stale = look(22, 23, new Answer.Found("R1"));
        assertThat(missing(close(19, 21, new Answer.Closed("R1")), stale)).containsExactly(stale);
    }

    @Test
    void explainsAnOldAnswerThatWasAskedForBeforeTheNewOneWasGiven() {
        assertThat(missing(close(19, 23, new Answer.Closed("R1")), look(22, 24, new Answer.Found("R1"))))
                .isEmpty();
    }

    @Test
    void missesAnAnswerFromTheFuture() {
        Operation early = get(5, 6, new Answer.Created("R1"));
        assertThat(missing(early)).containsExactly(early);
    }

    @Test
    void missesAChangeThatTheLogRefused() {
        Operation closed =
                new Operation("visitor", new Wish.Close("R2"), new Answer.Closed("R2"), 40 * SECOND, 41 * SECOND);
        assertThat(missing(closed)).containsExactly(closed);
    }

    @Test
    void asksNothingOfCallsWithoutAnAnswer() {
        assertThat(missing(Operation.unknown("visitor", new Wish.Get(), 1))).isEmpty();
    }
}
