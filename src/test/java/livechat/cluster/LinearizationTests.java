package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories written by hand: good ones that look bad, and bad ones that look good. */
class LinearizationTests {

    private final List<Operation> history = new ArrayList<>();

    private void get(int from, int to, Answer answer) {
        history.add(new Operation("visitor", new Wish.Get(), answer, from, to));
    }

    private void look(int from, int to, Answer answer) {
        history.add(new Operation("visitor", new Wish.Look(), answer, from, to));
    }

    private void close(int from, int to, String roomId) {
        history.add(new Operation("visitor", new Wish.Close(roomId), new Answer.Closed(roomId), from, to));
    }

    private void refuseClose(int from, int to, String roomId) {
        history.add(new Operation("visitor", new Wish.Close(roomId), new Answer.Refused(), from, to));
    }

    private void say(int from, int to, Answer answer) {
        history.add(new Operation("visitor", new Wish.Say("R1", "M" + from), answer, from, to));
    }

    private void lose(int from, Wish wish) {
        history.add(Operation.unknown("visitor", wish, from));
    }

    private static Answer created(String roomId) {
        return new Answer.Created(roomId);
    }

    private static Answer found(String roomId) {
        return new Answer.Found(roomId);
    }

    private static Answer nothing() {
        return new Answer.Nothing();
    }

    private void assertGood() {
        assertThat(Linearization.exists(history)).as("%s", history).isTrue();
    }

    private void assertBad() {
        assertThat(Linearization.exists(history)).as("%s", history).isFalse();
    }

    @Test
    void acceptsTheLifeOfAVisitor() {
        look(0, 1, nothing());
        get(2, 3, created("R1"));
        get(4, 5, found("R1"));
        close(6, 7, "R1");
        refuseClose(8, 9, "R1");
        look(10, 11, nothing());
        get(12, 13, created("R2"));
        assertGood();
    }

    @Test
    void acceptsTwoCallsAtOnceThatGetOneRoom() {
        get(0, 10, found("R1"));
        get(1, 9, created("R1"));
        assertGood();
    }

    @Test
    void refusesTwoRooms() {
        get(0, 10, created("R1"));
        get(1, 9, created("R2"));
        assertBad();
    }

    @Test
    void acceptsTwoRoomsIfOneMayHaveBeenClosedBetween() {
        get(0, 10, created("R1"));
        get(1, 9, created("R2"));
        lose(2, new Wish.Close("R1"));
        assertGood();
    }

    @Test
    void refusesARoomThatIsNewTwice() {
        get(0, 1, created("R1"));
        close(2, 3, "R1");
        get(4, 5, created("R1"));
        assertBad();
    }

    @Test
    void refusesAReadOfARoomThatWasClosedBefore() {
        get(0, 1, created("R1"));
        close(2, 3, "R1");
        get(4, 5, found("R1"));
        assertBad();
    }

    @Test
    void acceptsAReadOfARoomThatIsBeingClosed() {
        get(0, 1, created("R1"));
        close(2, 6, "R1");
        get(4, 5, found("R1"));
        assertGood();
    }

    @Test
    void refusesReadsThatGoBackWhileARoomIsBeingClosed() {
        get(0, 1, created("R1"));
        close(2, 9, "R1");
        look(3, 4, nothing());
        look(5, 6, found("R1"));
        assertBad();
    }

    @Test
    void refusesToFindNothingInPlaceOfAnOpenRoom() {
        get(0, 1, created("R1"));
        look(2, 3, nothing());
        assertBad();
    }

    @Test
    void refusesARefusalForAnOpenRoom() {
        get(0, 1, created("R1"));
        refuseClose(2, 3, "R1");
        assertBad();
    }

    @Test
    void acceptsMessagesOfAnOpenRoomAndARefusalAfterItsClose() {
        get(0, 1, created("R1"));
        say(2, 3, new Answer.Said("R1"));
        history.add(new Operation("visitor", new Wish.Appear("away"), new Answer.Noted(), 4, 5));
        lose(6, new Wish.Say("R1", "M6"));
        look(7, 8, found("R1"));
        close(9, 10, "R1");
        say(11, 12, new Answer.Refused());
        assertGood();
    }

    @Test
    void refusesAMessageOfAClosedRoom() {
        get(0, 1, created("R1"));
        close(2, 3, "R1");
        say(4, 5, new Answer.Said("R1"));
        assertBad();
    }

    /** As when it was on the log before, and only the answer came late. */
    @Test
    void acceptsAMessageOfARoomThatWasOpenWhenItWasFirstPosted() {
        get(0, 1, created("R1"));
        close(3, 4, "R1");
        say(2, 6, new Answer.Said("R1"));
        assertGood();
    }

    @Test
    void refusesARefusedMessageOfAnOpenRoom() {
        get(0, 1, created("R1"));
        say(2, 3, new Answer.Refused());
        assertBad();
    }

    @Test
    void refusesARoomThatNobodyCanHaveCreated() {
        get(0, 1, found("R1"));
        assertBad();
    }

    @Test
    void acceptsTheRoomOfSomebodyWhoWasNotTold() {
        lose(0, new Wish.Get());
        look(1, 2, nothing());
        get(3, 4, found("R1"));
        close(5, 6, "R1");
        get(7, 8, created("R2"));
        assertGood();
    }

    @Test
    void givesTheRoomOfSomebodyWhoWasNotToldOneNameOnly() {
        lose(0, new Wish.Get());
        get(3, 4, found("R1"));
        get(5, 6, found("R2"));
        assertBad();
    }

    @Test
    void countsOnALostCallOnceAtMost() {
        lose(0, new Wish.Get());
        get(1, 2, found("R1"));
        close(3, 4, "R1");
        get(5, 6, found("R2"));
        assertBad();
    }

    @Test
    void acceptsThatALostCallHappensLate() {
        get(0, 1, created("R1"));
        lose(2, new Wish.Close("R1"));
        look(3, 4, found("R1"));
        look(5, 6, nothing());
        assertGood();
    }

    @Test
    void refusesThatALostCallHappensBeforeItWasMade() {
        get(0, 1, created("R1"));
        look(2, 3, nothing());
        lose(4, new Wish.Close("R1"));
        assertBad();
    }

    @Test
    void refusesAClosedRoomThatALateDuplicateOpensAgain() {
        get(0, 1, created("R1"));
        close(2, 3, "R1");
        look(4, 5, nothing());
        look(6, 7, found("R1"));
        assertBad();
    }

    /** Many lost calls are what makes the search long. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void acceptsWhatAVisitorsRoomReallyDid(long seed) {
        history.addAll(Simulated.history(new SplittableRandom(seed), 60));
        assertGood();
    }

    /** One answer is changed to that of a moment ago. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noticesOneStaleAnswerAmongMany(long seed) {
        history.addAll(Simulated.history(new SplittableRandom(seed), 60));
        int end = 1_000_000;
        get(end, end + 1, created("last"));
        close(end + 2, end + 3, "last");
        look(end + 4, end + 5, found("last"));
        assertBad();
    }
}
