package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Messages of an open room: posted, edited, deleted. */
record Talk(OpenRoom room, Matter matter) {

    Decision answer(MessageRequest request) {
        return switch (request) {
            case MessagePosted posted -> post(posted);
            case MessageEditRequested edit -> edit(edit);
            case MessageDeletionRequested deletion -> delete(deletion);
        };
    }

    /** The outcome that this message had before; another content under its id is refused. */
    static Optional<Outcome> recall(MessagePosted posted, Ledger ledger) {
        RoomId roomId = posted.room().roomId();
        return ledger.message(roomId, posted.messageId())
                .filter(kept -> kept.content().equals(posted.content()))
                .map(kept -> new Outcome.Posted(roomId, posted.messageId(), kept.message()));
    }

    private Decision post(MessagePosted posted) {
        if (posted.wording().isTooLong()) {
            return matter.refuse(Refusal.MESSAGE_TOO_LONG);
        }
        return kept(posted.messageId()).isPresent()
                ? matter.refuse(Refusal.MESSAGE_ID_REUSED)
                : matter.visitor() instanceof KnownVisitor visitor
                        ? post(posted, Message.of(posted, visitor, room.updatedAt()))
                        : matter.refuseUnknown();
    }

    private Decision post(MessagePosted posted, Message message) {
        OpenRoom after = Conversation.isOnlyCounted(message)
                ? room.talking(room.conversation().counted(), room.metrics(), room.service())
                : said(message);
        KeptMessage kept =
                new KeptMessage(after.conversation().posted(), message.id(), posted.content(), Optional.of(message));
        Outcome outcome = new Outcome.Posted(room.id(), message.id(), Optional.of(message));
        return new Decision(outcome, after, List.of(new Event.MessageAdded(after, kept)));
    }

    private OpenRoom said(Message message) {
        boolean visitors = message.author() instanceof Author.OfVisitor;
        Service service = visitors ? room.service().awake() : room.service();
        return room.talking(room.conversation().with(message), measured(message), service);
    }

    private Metrics measured(Message message) {
        var created = room.origin().ts();
        if (message.author() instanceof Author.OfVisitor) {
            return room.metrics().asked(message.ts(), created);
        }
        var joined = room.servedBy().map(ServedBy::ts).orElse(created);
        return message.author().countsAsResponse() ? room.metrics().answered(message, created, joined) : room.metrics();
    }

    private Decision edit(MessageEditRequested edit) {
        if (edit.wording().isTooLong()) {
            return matter.refuse(Refusal.MESSAGE_TOO_LONG);
        }
        return own(edit.messageId(), edit.author(), kept -> edit(edit, kept));
    }

    private Decision edit(MessageEditRequested edit, KeptMessage kept) {
        Message old = kept.message().orElseThrow();
        if (old.wording().equals(edit.wording())) {
            return room.asItIs();
        }
        Message now = old.reworded(edit.wording(), old.user(), room.updatedAt());
        OpenRoom after = room.talking(room.conversation().edited(now), room.metrics(), room.service());
        Event event = new Event.MessageEdited(after, kept.with(Optional.of(now)));
        return new Decision(new Outcome.Changed(room.id()), after, List.of(event));
    }

    private Decision delete(MessageDeletionRequested deletion) {
        return own(deletion.messageId(), deletion.author(), this::delete);
    }

    private Decision delete(KeptMessage kept) {
        Optional<Message> last = matter.ledger()
                .messages(
                        room.id(),
                        messages -> messages.filter(message ->
                                        !message.id().equals(kept.id()) && !Conversation.isOnlyCounted(message))
                                .findFirst());
        OpenRoom after = room.talking(room.conversation().without(kept.id(), last), room.metrics(), room.service());
        Event event = new Event.MessageDeleted(after, kept.with(Optional.empty()));
        return new Decision(new Outcome.Changed(room.id()), after, List.of(event));
    }

    /** Upstream lets nobody change what somebody else has said. */
    private Decision own(MessageId id, Author author, Function<KeptMessage, Decision> change) {
        return kept(id).filter(kept -> kept.message().isPresent())
                .map(kept -> isSame(kept.message().orElseThrow().author(), author)
                        ? change.apply(kept)
                        : matter.refuse(Refusal.NOT_THE_WRITER))
                .orElseGet(() -> matter.refuse(Refusal.INVALID_MESSAGE));
    }

    private static boolean isSame(Author writer, Author asker) {
        return writer instanceof Author.OfVisitor
                ? asker instanceof Author.OfVisitor
                : writer.speaker().isPresent()
                        && writer.speaker()
                                .map(Agent::id)
                                .equals(asker.speaker().map(Agent::id));
    }

    private Optional<KeptMessage> kept(MessageId id) {
        return matter.ledger().message(room.id(), id);
    }
}
