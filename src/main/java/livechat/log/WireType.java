package livechat.log;

/** The names of everything on the wire; they are API and never follow a class's name. */
final class WireType {

    static final String ROOM_REQUESTED = "livechat.room-requested.v1";
    static final String REGISTRATION_REQUESTED = "livechat.registration-requested.v1";
    static final String READ_REQUESTED = "livechat.read-requested.v1";
    static final String CLOSE_REQUESTED = "livechat.close-requested.v1";

    static final String VISITOR_REGISTERED = "livechat.visitor-registered.v1";
    static final String VISITOR_UPDATED = "livechat.visitor-updated.v1";
    static final String ROOM_CREATED = "livechat.room-created.v1";
    static final String AGENT_ASSIGNED = "livechat.agent-assigned.v1";
    static final String ROOM_CLOSED = "livechat.room-closed.v1";
    static final String REQUEST_REFUSED = "livechat.request-refused.v1";

    static final String ROOM = "livechat.room.v1";

    private WireType() {}
}
