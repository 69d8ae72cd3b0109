package livechat.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import livechat.room.Author;
import livechat.room.Closing;
import livechat.room.KnownVisitor;
import livechat.room.OnHold;
import livechat.room.Outcome;
import livechat.room.Queued;
import livechat.room.Served;
import livechat.room.Stranger;

/** The names in stored rows of what can be one thing or another; they are in the stores of running systems. */
final class Kinds {

    private Kinds() {}

    /** A stranger has a row only while there is something to remember. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KnownVisitor.class, name = "known"),
        @JsonSubTypes.Type(value = Stranger.class, name = "stranger")
    })
    interface OfVisitor {}

    /** Who serves a room. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Queued.class, name = "queued"),
        @JsonSubTypes.Type(value = Served.class, name = "served"),
        @JsonSubTypes.Type(value = OnHold.class, name = "on-hold")
    })
    interface OfService {}

    /** Who wrote a message. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Author.OfVisitor.class, name = "visitor"),
        @JsonSubTypes.Type(value = Author.OfAgent.class, name = "agent"),
        @JsonSubTypes.Type(value = Author.OfBot.class, name = "bot"),
        @JsonSubTypes.Type(value = Author.OfSystem.class, name = "system")
    })
    interface OfAuthor {}

    /** Who closed a room. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Closing.Closer.ByVisitor.class, name = "visitor"),
        @JsonSubTypes.Type(value = Closing.Closer.ByAgent.class, name = "agent"),
        @JsonSubTypes.Type(value = Closing.Closer.BySystem.class, name = "system")
    })
    interface OfCloser {}

    /** What is remembered; a posted message is told by its own id. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Created.class, name = "created"),
        @JsonSubTypes.Type(value = Outcome.Found.class, name = "found"),
        @JsonSubTypes.Type(value = Outcome.Closed.class, name = "closed"),
        @JsonSubTypes.Type(value = Outcome.Changed.class, name = "changed"),
        @JsonSubTypes.Type(value = Outcome.Registered.class, name = "registered"),
        @JsonSubTypes.Type(value = Outcome.Noted.class, name = "noted"),
        @JsonSubTypes.Type(value = Outcome.Erased.class, name = "erased"),
        @JsonSubTypes.Type(value = Outcome.Read.class, name = "read"),
        @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused")
    })
    interface OfOutcome {}
}
