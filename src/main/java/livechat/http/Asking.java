package livechat.http;

import livechat.query.Answers;
import livechat.query.Moved;
import livechat.query.Question;
import livechat.query.ReadBy;
import livechat.query.Reading;
import livechat.query.Rooms;
import livechat.query.RoomsUnavailable;
import livechat.room.Asked;
import livechat.room.Decision;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Reply;

/** Reads what may be read, and asks the log for the rest, unless the answer would be a refusal that is known already. */
final class Asking {

    private final Rooms rooms;
    private final Answers answers;

    Asking(Rooms rooms, Answers answers) {
        this.rooms = rooms;
        this.answers = answers;
    }

    /** Whether no read can answer this: it may have happened already, or all is to go through the log. */
    boolean isForTheLog(Call call) {
        return call.mayBeOnTheLog() || rooms.goThroughTheLog();
    }

    /**
     * The answer from the rows of the visitor's partition.
     *
     * @throws Moved when they are not here
     */
    <T> T read(Call call, Question<T> question) {
        Reading<T> reading =
                call.hop() == Hop.STANDBY ? standby(call, question) : rooms.read(question, call.patience());
        call.answeredBy(reading.by());
        return reading.value();
    }

    /** However well proven, it does not know of a request that may still land. */
    private <T> Reading<T> standby(Call call, Question<T> question) {
        Reading<T> reading = rooms.readStandby(question, call.patience()).orElseThrow(Moved::before);
        return call.mayBeOnTheLog() && question.mayBeOld().test(reading.value())
                ? new Reading<>(reading.value(), ReadBy.STANDBY)
                : reading;
    }

    /**
     * What became of the request; a refusal is thrown as the answer that it is.
     *
     * @throws Moved when the partition is not here, or no longer
     */
    Reply ask(Call call, Asked asked) {
        if (call.hop() == Hop.STANDBY) {
            throw Moved.before();
        }
        if (asked.request().isOftenRefused() && !isForTheLog(call)) {
            Reading<Decision> rehearsal = rooms.rehearse(asked, call.patience());
            call.answeredBy(rehearsal.by());
            refuse(rehearsal.value().outcome());
        }
        Reply reply = answers.ask(asked, call.patience());
        call.answeredBy(ReadBy.LOG);
        refuse(reply.outcome());
        return reply;
    }

    /** A refusal that passes by itself is "not now"; the others are the client's to mend. */
    private static void refuse(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(Refusal refusal)) {
            throw refusal.isPassing() ? new RoomsUnavailable(refusal.code()) : BadRequest.of(refusal.code());
        }
    }
}
