package livechat.fold;

/**
 * The store is older than the committed offset: folding on would give a second room to visitors who have one. Another
 * instance may have the partition by now, or a transaction's end may not be there yet: both are over at the next start.
 */
final class StateBehind extends RuntimeException {

    private static final long serialVersionUID = 1;

    StateBehind(int partition, long applied, long committed) {
        super("Partition %d: the restored state ends at offset %d, but offset %d is committed"
                .formatted(partition, applied, committed - 1));
    }

    /** What it means when it stays so however often the state is restored, and what to do. */
    String lastWords() {
        return getMessage()
                + ": the changelog has lost records. Rebuild the state from the log by starting every instance "
                + "with a new application id, for example SPRING_KAFKA_STREAMS_APPLICATION_ID=livechat-2; nothing is "
                + "published a second time.";
    }
}
