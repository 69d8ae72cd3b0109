package livechat.room;

/** A request that says which room it is about. */
public sealed interface AddressedRequest extends RoomRequest
        permits CloseRequested, MessageRequest, ServiceRequest, InfoRequest, RoomExpired {

    RoomAddress room();

    default RoomId roomId() {
        return room().roomId();
    }

    @Override
    default LogKey key() {
        return room().key();
    }
}
