import { randomUUID } from 'node:crypto'
import { watch } from 'livechat-contract/cluster'

/**
 * Reads a topic from these offsets on for as long as the program runs, and commits nothing: the next start reads again.
 * Returns the consumer once everything has been taken in that was there at the call.
 */
export async function follow({ kafka, admin, topic, from, take }) {
    // A name of its own, since it shares the topic with nobody; a group without offsets is gone when its member is.
    const consumer = kafka.consumer({
        groupId: `livechat-follower-${randomUUID()}`,
        sessionTimeout: 6000,
        heartbeatInterval: 2000,
        maxWaitTimeInMs: 500,
    })
    watch(consumer)
    consumer.on(consumer.events.GROUP_JOIN, () =>
        from.forEach(({ partition, offset }) => consumer.seek({ topic, partition, offset })))
    const caughtUp = reachesEnds(consumer, from, await admin.fetchTopicOffsets(topic))
    await consumer.subscribe({ topic, fromBeginning: true })
    await consumer.run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => take({ topic, partition, message }),
    })
    await caughtUp
    return consumer
}

/** Batches tell how far a consumer is also where they hold nothing to read, but the ends of transactions. */
function reachesEnds(consumer, from, offsets) {
    const ends = new Map(offsets.map(({ partition, high }) => [partition, BigInt(high)]))
    const behind = new Set(from
        .filter(({ partition, offset }) => BigInt(offset) < ends.get(partition))
        .map(({ partition }) => partition))
    return new Promise(resolve => {
        const check = () => behind.size === 0 && resolve()
        consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
            if (BigInt(lastOffset) + 1n >= ends.get(partition)) {
                behind.delete(partition)
                check()
            }
        })
        check()
    })
}
