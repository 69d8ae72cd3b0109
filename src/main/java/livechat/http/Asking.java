package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import livechat.query.Answers;
import livechat.query.Patience;
import livechat.query.Rooms;
import livechat.query.RoomsUnavailable;
import livechat.room.Asked;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Reply;

/** Asks the log, unless the answer would be a refusal that is known already. */
final class Asking {

    private final Rooms rooms;
    private final Answers answers;

    Asking(Rooms rooms, Answers answers) {
        this.rooms = rooms;
        this.answers = answers;
    }

    /** What became of the request; a refusal is thrown as the answer that it is. */
    Reply ask(Asked asked, HttpServletRequest request) {
        return ask(asked, request, rooms.patience());
    }

    Reply ask(Asked asked, HttpServletRequest request, Patience patience) {
        if (!Edge.mayBeOnTheLog(request)) {
            refuse(rooms.rehearse(asked, patience).outcome());
        }
        Reply reply = answers.ask(asked, patience);
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
