package livechat.room;

/** A request that the visitor's row answers, whether there is a room or not. */
public sealed interface VisitorRequest extends Request
        permits RegistrationRequested, CustomFieldsRequested, VisitorStatusReported, ErasureRequested, VisitorExpired {}
