package livechat.room;

/** Someone who serves rooms, as rooms name them. */
public record Agent(String id, String username) {

    public Agent {
        Id.checked("an agent id", id);
        Text.checked("a username", username);
    }
}
