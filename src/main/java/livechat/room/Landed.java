package livechat.room;

/** A request that is on the log: all that the fold may look at, besides what it left behind itself. */
public record Landed(Asked asked, Position at) {

    public boolean isLate() {
        return at.time().isAfter(asked.deadline());
    }
}
