package livechat.log;

/** The names of everything on the wire; they are API and never follow a class's name. */
final class WireType {

    static final String ROOM_REQUESTED = "livechat.room-requested.v1";
    static final String REGISTRATION_REQUESTED = "livechat.registration-requested.v1";
    static final String CUSTOM_FIELDS_REQUESTED = "livechat.custom-fields-requested.v1";
    static final String VISITOR_STATUS_REPORTED = "livechat.visitor-status-reported.v1";
    static final String ERASURE_REQUESTED = "livechat.erasure-requested.v1";
    static final String VISITOR_EXPIRED = "livechat.visitor-expired.v1";
    static final String READ_REQUESTED = "livechat.read-requested.v1";
    static final String CLOSE_REQUESTED = "livechat.close-requested.v1";
    static final String MESSAGE_POSTED = "livechat.message-posted.v1";
    static final String MESSAGE_EDIT_REQUESTED = "livechat.message-edit-requested.v1";
    static final String MESSAGE_DELETION_REQUESTED = "livechat.message-deletion-requested.v1";
    static final String ASSIGNMENT_REQUESTED = "livechat.assignment-requested.v1";
    static final String RETURN_REQUESTED = "livechat.return-requested.v1";
    static final String TRANSFER_REQUESTED = "livechat.transfer-requested.v1";
    static final String HOLD_REQUESTED = "livechat.hold-requested.v1";
    static final String RESUME_REQUESTED = "livechat.resume-requested.v1";
    static final String ROOM_INFO_REQUESTED = "livechat.room-info-requested.v1";
    static final String SURVEY_ANSWERED = "livechat.survey-answered.v1";
    static final String ROOM_EXPIRED = "livechat.room-expired.v1";

    static final String VISITOR_REGISTERED = "livechat.visitor-registered.v1";
    static final String VISITOR_UPDATED = "livechat.visitor-updated.v1";
    static final String VISITOR_STATUS_CHANGED = "livechat.visitor-status-changed.v1";
    static final String VISITOR_ERASED = "livechat.visitor-erased.v1";
    static final String VISITOR_FORGOTTEN = "livechat.visitor-forgotten.v1";
    static final String ROOM_CREATED = "livechat.room-created.v1";
    static final String AGENT_ASSIGNED = "livechat.agent-assigned.v1";
    static final String AGENT_UNASSIGNED = "livechat.agent-unassigned.v1";
    static final String ROOM_TRANSFERRED = "livechat.room-transferred.v1";
    static final String ROOM_HELD = "livechat.room-held.v1";
    static final String ROOM_RESUMED = "livechat.room-resumed.v1";
    static final String MESSAGE_ADDED = "livechat.message-added.v1";
    static final String MESSAGE_EDITED = "livechat.message-edited.v1";
    static final String MESSAGE_DELETED = "livechat.message-deleted.v1";
    static final String ROOM_UPDATED = "livechat.room-updated.v1";
    static final String ROOM_SURVEYED = "livechat.room-surveyed.v1";
    static final String ROOM_CLOSED = "livechat.room-closed.v1";
    static final String ROOM_FORGOTTEN = "livechat.room-forgotten.v1";
    static final String REQUEST_REFUSED = "livechat.request-refused.v1";

    static final String ROOM = "livechat.room.v1";

    private WireType() {}
}
