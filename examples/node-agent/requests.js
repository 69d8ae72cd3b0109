import { createHash } from 'node:crypto'
import { partitionOf } from 'livechat-contract/partition'

const REQUESTS = 'livechat.room.requests'

/** How long a request may take to the log; one that lands later is refused, and so cannot come as a surprise. */
const PATIENCE_MS = 8000

/** Asks things of rooms: by their id alone, which leads to the partition of their visitor. */
export class Requests {
    #producer
    #partitions
    #records

    static async open(kafka, admin, records) {
        // A producer without transactions: an open one would keep the room service from reading on.
        const producer = kafka.producer({ allowAutoTopicCreation: false })
        await producer.connect()
        const { topics: [{ partitions }] } = await admin.fetchTopicMetadata({ topics: [REQUESTS] })
        return new Requests(producer, partitions.length, records)
    }

    constructor(producer, partitions, records) {
        this.#producer = producer
        this.#partitions = partitions
        this.#records = records
    }

    /** Writes a request to the log; it is there when this returns. The same id again is the same request again. */
    async send({ id, type, room, body }) {
        this.#records.check(type, body)
        const now = Date.now()
        const headers = {
            ce_specversion: '1.0',
            ce_id: id,
            ce_source: '/livechat/examples/node-agent',
            ce_type: type,
            ce_time: new Date(now).toISOString(),
            ce_deadline: new Date(now + PATIENCE_MS).toISOString(),
            'content-type': 'application/json',
        }
        const message = { key: room, value: JSON.stringify(body), headers, partition: partitionOf(room, this.#partitions) }
        await this.#producer.send({ topic: REQUESTS, acks: -1, messages: [message] })
    }

    close() {
        return this.#producer.disconnect()
    }
}

/** An id that is drawn from what it is for, so that whoever starts again comes to the same one. */
export function idFor(...what) {
    return createHash('sha256').update(JSON.stringify(what)).digest('base64url')
}
