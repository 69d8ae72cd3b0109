package livechat.room;

/** Someone who can serve a room, as the platform names them. */
public record Agent(String id, String username) {

    /** Far above any name in use; a room's document carries it. */
    private static final int MAX_USERNAME_LENGTH = 255;

    public Agent {
        Id.checked("an agent id", id);
        if (username.isBlank() || username.length() > MAX_USERNAME_LENGTH) {
            throw new IllegalArgumentException("a username has 1 to %d characters".formatted(MAX_USERNAME_LENGTH));
        }
    }
}
