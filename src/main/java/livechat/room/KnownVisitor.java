package livechat.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A visitor whom the log has registered.
 *
 * @param seenAt the time of the last request that changed something of theirs; that a room is forgotten does not count
 * @param openRoom the open room, whole: so a read is one get, and there cannot be two
 */
public record KnownVisitor(
        Token token,
        VisitorId id,
        String username,
        Profile profile,
        Instant registeredAt,
        Instant updatedAt,
        Instant seenAt,
        Optional<OpenRoom> openRoom,
        Memory memory)
        implements Visitor {

    static KnownVisitor of(Stranger stranger, VisitorId id, String username, Landed landed) {
        Instant time = landed.asked().time();
        return new KnownVisitor(
                stranger.token(), id, username, Profile.EMPTY, time, time, time, Optional.empty(), stranger.memory());
    }

    public String displayName() {
        return profile.name().orElse(username);
    }

    @Override
    public Room room() {
        return openRoom.<Room>map(room -> room).orElse(NoRoom.INSTANCE);
    }

    @Override
    public Optional<VisitorId> knownId() {
        return Optional.of(id);
    }

    @Override
    public KnownVisitor introduced(RoomRequested request, Landed landed) {
        return this;
    }

    @Override
    public Decision answer(VisitorRequest request, Matter matter) {
        return switch (request) {
            case RegistrationRequested registration ->
                say(registration.said(), registration.onlyIfAbsent(), new Outcome.Registered(id), matter);
            case CustomFieldsRequested fields -> note(fields, matter);
            case VisitorStatusReported reported -> seenAs(reported.status(), matter);
            case ErasureRequested _ -> erase(matter);
            case VisitorExpired expired -> expire(expired, matter);
        };
    }

    private Decision note(CustomFieldsRequested fields, Matter matter) {
        return switch (fields.scope()) {
            case VISITOR -> say(Profile.of(fields.values()), fields.onlyIfAbsent(), new Outcome.Noted(id), matter);
            case ROOM ->
                openRoom.map(room -> note(fields, room, matter))
                        .orElseGet(() -> Decision.unchanged(new Outcome.Noted(id), NoRoom.INSTANCE));
        };
    }

    private Decision note(CustomFieldsRequested fields, OpenRoom room, Matter matter) {
        RoomInfo now = room.info()
                .withLivechatData(Fields.said(room.info().livechatData(), fields.values(), fields.onlyIfAbsent()));
        return now.excess()
                .map(matter::refuse)
                .orElseGet(() -> changed(room, room.at(matter.time()).with(now), Event.RoomUpdated::new));
    }

    private Decision seenAs(RoomVisitor.Status status, Matter matter) {
        return openRoom.map(room -> changed(room, room.at(matter.time()).seen(status), Event.VisitorStatusChanged::new))
                .orElseGet(() -> Decision.unchanged(new Outcome.Noted(id), NoRoom.INSTANCE));
    }

    private Decision changed(OpenRoom was, OpenRoom now, Function<OpenRoom, Event> event) {
        Outcome outcome = new Outcome.Noted(id);
        return now.equals(was.at(now.updatedAt()))
                ? Decision.unchanged(outcome, was)
                : new Decision(outcome, now, List.of(event.apply(now)));
    }

    private Decision say(Profile said, Set<String> onlyIfAbsent, Outcome outcome, Matter matter) {
        if (!profile.hasSpaceFor(said)) {
            return matter.refuse(Refusal.TOO_MANY_FIELDS);
        }
        Profile now = profile.with(said, onlyIfAbsent);
        return now.equals(profile) ? Decision.unchanged(outcome, NoRoom.INSTANCE) : update(outcome, now, matter.time());
    }

    /** A room that shows the visitor under another name now has changed too. */
    private Decision update(Outcome outcome, Profile now, Instant time) {
        KnownVisitor updated = new KnownVisitor(token, id, username, now, registeredAt, time, seenAt, openRoom, memory);
        String name = updated.displayName();
        Optional<OpenRoom> renamed = openRoom.filter(room -> !room.displayName().equals(name))
                .map(room -> room.at(time).named(name));
        Event event =
                new Event.VisitorUpdated(renamed.map(updated::withOpenRoom).orElse(updated), time);
        return new Decision(outcome, renamed.<Room>map(room -> room).orElse(NoRoom.INSTANCE), List.of(event));
    }

    private Decision erase(Matter matter) {
        List<RoomId> rooms = new ArrayList<>(matter.ledger().closedRooms(token));
        openRoom.map(OpenRoom::id).ifPresent(rooms::add);
        Event erased = new Event.VisitorErased(token, knownId(), rooms);
        return new Decision(new Outcome.Erased(knownId()), NoRoom.INSTANCE, List.of(erased));
    }

    /** Retention is for those with whom nothing is left to do. */
    private Decision expire(VisitorExpired expired, Matter matter) {
        boolean isInUse = openRoom.isPresent()
                || seenAt.isAfter(expired.seenAt())
                || !memory.at(matter.landed().at().time()).equals(Memory.EMPTY)
                || matter.ledger().closedRooms(token).stream().anyMatch(matter.ledger()::hasRoom);
        return isInUse
                ? matter.refuse(Refusal.MOVED_ON)
                : new Decision(new Outcome.Noted(id), NoRoom.INSTANCE, List.of(new Event.VisitorForgotten(id)));
    }

    @Override
    public Visitor apply(Event event) {
        return switch (event) {
            case Event.OfOpenRoom changed -> withOpenRoom(changed.room());
            case Event.RoomUpdated updated -> withRoom(updated.room());
            case Event.RoomSurveyed surveyed -> withRoom(surveyed.room());
            case Event.RoomClosed _ -> withOpenRoom(Optional.empty());
            case Event.VisitorUpdated updated -> updated.visitor().withMemory(memory);
            case Event.VisitorErased _, Event.VisitorForgotten _ -> new Stranger(token, memory);
            case Event.VisitorRegistered _, Event.RequestRefused _, Event.RoomForgotten _ -> this;
        };
    }

    @Override
    public KnownVisitor withMemory(Memory memory) {
        return new KnownVisitor(token, id, username, profile, registeredAt, updatedAt, seenAt, openRoom, memory);
    }

    @Override
    public Visitor seen(Asked asked) {
        Instant time = asked.time().isBefore(seenAt) || asked.request() instanceof RoomExpired ? seenAt : asked.time();
        return new KnownVisitor(token, id, username, profile, registeredAt, updatedAt, time, openRoom, memory);
    }

    KnownVisitor saying(Profile now) {
        return new KnownVisitor(token, id, username, now, registeredAt, updatedAt, seenAt, openRoom, memory);
    }

    /** A closed room is not in this row. */
    private KnownVisitor withRoom(Room room) {
        return room instanceof OpenRoom open ? withOpenRoom(open) : this;
    }

    private KnownVisitor withOpenRoom(OpenRoom room) {
        return withOpenRoom(Optional.of(room));
    }

    private KnownVisitor withOpenRoom(Optional<OpenRoom> room) {
        return new KnownVisitor(token, id, username, profile, registeredAt, updatedAt, seenAt, room, memory);
    }
}
