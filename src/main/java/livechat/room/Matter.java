package livechat.room;

import java.time.Instant;

/** A request, who asks, and what there is so far: all that a state may look at. */
record Matter(Landed landed, Visitor visitor, Ledger ledger) {

    Instant time() {
        return landed.asked().time();
    }

    Decision refuse(Refusal refusal) {
        return Decision.refused(refusal, visitor);
    }

    /** Of what is not there: who is known cannot tell another's room from none. */
    Decision refuseUnknown() {
        boolean secretIsUnknown =
                visitor instanceof Stranger && landed.asked().request().key() instanceof Token;
        return refuse(secretIsUnknown ? Refusal.INVALID_TOKEN : Refusal.INVALID_ROOM);
    }
}
