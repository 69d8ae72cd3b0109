package livechat.room;

/** A request about who serves a room. */
public sealed interface ServiceRequest extends AddressedRequest
        permits AssignmentRequested, ReturnRequested, TransferRequested, HoldRequested, ResumeRequested {}
