package livechat.room;

/** A request that one room answers. */
public sealed interface RoomRequest extends Request permits RoomRequested, AddressedRequest {}
