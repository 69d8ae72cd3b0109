package livechat.fold;

/**
 * What the brokers know about a partition that has come here.
 *
 * @param logEnd offset of the last request on the log; -1 is none
 * @param published offset of the last request whose results are out, by whatever fold; -1 is none
 */
record Arrival(long logEnd, long published) {

    /** Asks the brokers; blocking. */
    interface Desk {

        /**
         * Looks a partition up.
         *
         * @param applied the offset that the restored store stands for
         * @throws StateBehind when the store is older than what was committed
         */
        Arrival arrive(int partition, long applied);
    }
}
