package livechat.room;

/** A request about what is noted of a room; a closed one can still be annotated. */
public sealed interface InfoRequest extends AddressedRequest permits RoomInfoRequested, SurveyAnswered {}
