package livechat.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Histories of a room that is right: each operation happens at one moment, and a third of them get no answer. */
final class Simulated {

    private final List<Operation> history = new ArrayList<>();
    private final SplittableRandom random;
    private String open = "";
    private String told = "none";
    private long toldAt;
    private int rooms;

    private Simulated(SplittableRandom random) {
        this.random = random;
    }

    static List<Operation> history(SplittableRandom random, int length) {
        Simulated simulated = new Simulated(random);
        for (int moment = 0; moment < length; moment++) {
            simulated.happen(moment * 100L);
        }
        // So that the end is the same for all: nothing is open, and nothing is under way.
        simulated.closeAll(length * 100L + 100_000);
        return simulated.history;
    }

    private void happen(long moment) {
        long invoked = moment - random.nextInt(1, 300);
        Wish wish = wish(invoked);
        Answer answer = answer(wish);
        if (random.nextInt(3) == 0) {
            history.add(Operation.unknown("visitor", wish, invoked));
        } else {
            history.add(new Operation("visitor", wish, answer, invoked, moment + random.nextInt(1, 300)));
            tell(answer, moment + 300);
        }
    }

    /** Nobody can name a room before anybody was told of it. */
    private Wish wish(long invoked) {
        return switch (random.nextInt(5)) {
            case 0 -> new Wish.Look();
            case 2 -> new Wish.Appear("away");
            case 3 -> invoked > toldAt ? new Wish.Say(told, "M" + invoked) : new Wish.Get();
            case 1 -> invoked > toldAt ? new Wish.Close(told) : new Wish.Get();
            default -> new Wish.Get();
        };
    }

    private void tell(Answer answer, long moment) {
        if (answer instanceof Answer.Created || answer instanceof Answer.Found) {
            told = open;
            toldAt = moment;
        }
    }

    private Answer answer(Wish wish) {
        return switch (wish) {
            case Wish.Get _ -> open.isEmpty() ? create() : new Answer.Found(open);
            case Wish.Close close -> open.equals(close.roomId()) ? close() : new Answer.Refused();
            case Wish.Say say -> open.equals(say.roomId()) ? new Answer.Said(open) : new Answer.Refused();
            case Wish.Appear _ -> new Answer.Noted();
            case Wish.Look _ -> open.isEmpty() ? new Answer.Nothing() : new Answer.Found(open);
        };
    }

    private Answer create() {
        open = "R" + rooms++;
        return new Answer.Created(open);
    }

    private Answer close() {
        String closed = open;
        open = "";
        return new Answer.Closed(closed);
    }

    private void closeAll(long moment) {
        if (!open.isEmpty()) {
            Wish wish = new Wish.Close(open);
            history.add(new Operation("visitor", wish, close(), moment, moment + 1));
        }
    }
}
