package livechat.cluster;

/**
 * One line of a history: what was asked about a visitor, and what came of it.
 *
 * @param invoked before it was sent; of System.nanoTime, as {@code returned}
 * @param returned when the answer was there; the end of all time if there was none
 */
record Operation(String token, Wish wish, Answer answer, long invoked, long returned) {

    static final long NEVER = Long.MAX_VALUE;

    static Operation unknown(String token, Wish wish, long invoked) {
        return new Operation(token, wish, new Answer.Unknown(), invoked, NEVER);
    }

    boolean isAnswered() {
        return !(answer instanceof Answer.Unknown);
    }

    /** Whether this is the room that the answer, or else the wish, is about. */
    boolean mentions(String roomId) {
        return switch (answer) {
            case Answer.Created created -> created.roomId().equals(roomId);
            case Answer.Found found -> found.roomId().equals(roomId);
            case Answer.Closed closed -> closed.roomId().equals(roomId);
            case Answer.Said said -> said.roomId().equals(roomId);
            case Answer.Refused _, Answer.Unknown _ -> wish.isAbout(roomId);
            case Answer.Nothing _, Answer.Noted _ -> false;
        };
    }

    /** Without the token, and in milliseconds since this moment. */
    String printed(long start) {
        String end = returned == NEVER ? "..." : String.valueOf((returned - start) / 1_000_000);
        return "%d-%s %s: %s".formatted((invoked - start) / 1_000_000, end, wish, answer);
    }
}
