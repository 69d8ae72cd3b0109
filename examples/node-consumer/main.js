// Prints rooms as they change: one line for each change, each line once. See ../README.md.
import { connect, watch, whenAskedToEnd } from 'livechat-contract/cluster'
import { Records } from 'livechat-contract/records'
import { Rooms } from './rooms.js'

const EVENTS = 'livechat.room.events'
const GROUP = process.env.KAFKA_GROUP_ID ?? 'livechat-node-consumer'

const { kafka, admin } = await connect('livechat-node-consumer', [EVENTS])
const records = new Records()
let rooms = new Rooms()

// readUncommitted is false by default: what a transaction wrote and took back is published again.
const consumer = kafka.consumer({
    groupId: GROUP,
    // A restart after kill -9 waits for this until the group has given up the one before.
    sessionTimeout: 6000,
    heartbeatInterval: 2000,
    maxWaitTimeInMs: 500,
})
watch(consumer)

/** The offsets from which on this group has not printed; what is before them was, by this process or one before. */
let unprinted = Promise.resolve(new Map())

// Lines name the room as it stands, which events of messages do not repeat: so each start goes through the events from the
// beginning, in silence up to where the group was.
consumer.on(consumer.events.GROUP_JOIN, () => {
    unprinted = rewind()
})

async function rewind() {
    const [{ partitions: committed }] = await admin.fetchOffsets({ groupId: GROUP, topics: [EVENTS] })
    for (const { partition, low } of await admin.fetchTopicOffsets(EVENTS)) {
        consumer.seek({ topic: EVENTS, partition, offset: low })
    }
    rooms = new Rooms()
    return new Map(committed.map(({ partition, offset }) => [partition, BigInt(offset)]))
}

async function print({ batch: { topic, partition, messages }, isRunning, isStale, resolveOffset, ...group }) {
    const from = (await unprinted).get(partition) ?? 0n
    let printed
    try {
        for (const message of messages) {
            if (!isRunning() || isStale()) {
                break
            }
            const isNew = BigInt(message.offset) >= from
            const record = records.read({ topic, partition, message }, isNew)
            const lines = record ? rooms.apply(record) : []
            if (isNew) {
                // Files and pipes have taken the line when this returns: what is committed below was printed.
                lines.forEach(line => console.log(line))
                printed = message
            }
            resolveOffset(message.offset)
            await group.heartbeat()
        }
    } finally {
        // Also when the group is about to share out its partitions anew: whoever gets this one goes on behind it.
        if (printed) {
            await group.commitOffsetsIfNecessary(after(topic, partition, printed))
        }
    }
}

function after(topic, partition, { offset }) {
    return { topics: [{ topic, partitions: [{ partition, offset: String(BigInt(offset) + 1n) }] }] }
}

whenAskedToEnd(async () => {
    await consumer.stop()
    await Promise.all([consumer.disconnect(), admin.disconnect()])
    const leftOut = records.leftOut()
    if (leftOut) {
        console.error(`Left out: ${leftOut}`)
    }
})

await consumer.subscribe({ topic: EVENTS, fromBeginning: true })
await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: print })
