package livechat.room;

/** Someone who can serve a room, as the platform names them. */
public record Agent(String id, String username) {

    public Agent {
        Id.checked("an agent id", id);
        Text.checked("a username", username);
    }
}
