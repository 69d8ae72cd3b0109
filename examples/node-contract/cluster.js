import { Kafka, logLevel } from 'kafkajs'

const BROKERS = process.env.KAFKA_BOOTSTRAP_SERVERS ?? '127.0.0.1:9092'

/** Long enough for a broker that is starting, short enough for somebody who has mistyped its address. */
const SEARCH = { initialRetryTime: 300, retries: 3 }

/** Ends the program with a sentence that says what to do; a stack trace would say less. */
export function giveUp(sentence) {
    console.error(sentence)
    process.exit(1)
}

/** A Kafka client, and an admin client that has found the brokers and these topics. */
export async function connect(clientId, topics) {
    // The client's own log tells each retry; what cannot be mended by retrying arrives as an exception or a crash.
    const kafka = new Kafka({ clientId, brokers: BROKERS.split(','), logLevel: logLevel.NOTHING })
    const admin = kafka.admin({ retry: SEARCH })
    const there = await admin.connect().then(() => admin.listTopics()).catch(error =>
        giveUp(`No Kafka broker answers at ${BROKERS} (${error.message}): start one, or set KAFKA_BOOTSTRAP_SERVERS.`))
    const missing = topics.filter(topic => !there.includes(topic))
    if (missing.length > 0) {
        giveUp(`There is no topic ${missing.join(', ')} at ${BROKERS}: the room service creates it when it starts.`)
    }
    return { kafka, admin }
}

/** Tells what the client cannot go on after; it starts again by itself where that may help. */
export function watch(consumer) {
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) =>
        restart ? console.error(`Lost the brokers for now: ${error.message}`) : giveUp(`Cannot go on: ${error.message}`))
}

/** Calls this once when the program is asked to end; a second Ctrl-C does not wait. */
export function whenAskedToEnd(end) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, end)
    }
}
