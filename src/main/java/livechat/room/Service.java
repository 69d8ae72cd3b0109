package livechat.room;

import java.util.Optional;

/** Who serves an open room; each state answers for itself. */
public sealed interface Service permits Queued, Served, OnHold {

    Optional<ServedBy> by();

    /** What this state says to the request; what it agrees to, the room makes. */
    Decision answer(ServiceRequest request, OpenRoom room, Matter matter);

    /** After a sign of life of the visitor. */
    default Service awake() {
        return this;
    }
}
