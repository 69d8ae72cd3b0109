package livechat.fold;

/** The store is older than the committed offset: folding on would give a second room to visitors who have one. */
final class ChangelogLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChangelogLost(int partition, long applied, long committed) {
        super(
                "Partition %d: the restored state ends at offset %d, but offset %d is committed: the changelog has lost records. "
                                .formatted(partition, applied, committed - 1)
                        + "Rebuild the state from the log by starting every instance with a new application id, for example "
                        + "SPRING_KAFKA_STREAMS_APPLICATION_ID=livechat-2; nothing is published a second time.");
    }
}
