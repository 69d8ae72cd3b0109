// Takes the oldest waiting room, answers, closes it, and ends: by Kafka alone. See ../README.md.
import { connect, giveUp, whenAskedToEnd } from 'livechat-contract/cluster'
import { Records } from 'livechat-contract/records'
import { Agent } from './agent.js'
import { Desk } from './desk.js'
import { follow } from './follow.js'
import { Requests } from './requests.js'

const ROOMS = 'livechat.rooms'
const EVENTS = 'livechat.room.events'

const ME = { _id: process.env.AGENT_ID ?? 'agent-anna', username: process.env.AGENT_USERNAME ?? 'anna' }
const ANSWER = process.env.AGENT_ANSWER ?? 'Thank you for waiting. All is well.'
/** How long the agent takes over each step: time enough to pull the plug and see what a second start makes of it. */
const PACE_MS = Number(process.env.AGENT_PACE_MS ?? 1000)

/** More than the clocks of the service and the brokers can be apart. */
const CLOCKS_MS = 60_000

const { kafka, admin } = await connect('livechat-node-agent', [ROOMS, EVENTS, 'livechat.room.requests'])
const records = new Records()
const desk = new Desk()
const requests = await Requests.open(kafka, admin, records)
const agent = new Agent({ me: ME, answer: ANSWER, paceMs: PACE_MS, desk, send: request => requests.send(request) })
whenAskedToEnd(() => process.exit(0))

await follow({ kafka, admin, topic: ROOMS, from: await beginning(), take: read(told => desk.see(told)) })
// What an earlier start was about to do may have happened since: its outcomes are looked at before anything is sent.
const unfinished = agent.unfinished()
const since = (unfinished ? Date.parse(unfinished.servedBy.ts) : Date.now()) - CLOCKS_MS
const from = await admin.fetchTopicOffsetsByTimestamp(EVENTS, since)
await follow({ kafka, admin, topic: EVENTS, from, take: read(told => desk.hear(told)) })

// A start that was cut short is repeated by the next one: the same requests under the same ids.
await work().catch(error => giveUp(error.message))
await Promise.all([requests.close(), admin.disconnect()])
if (records.leftOut()) {
    console.error(`Left out: ${records.leftOut()}`)
}
process.exit(0)

async function work() {
    await agent.serve(unfinished ?? await agent.takeOldest())
}

async function beginning() {
    return (await admin.fetchTopicOffsets(ROOMS)).map(({ partition, low }) => ({ partition, offset: low }))
}

function read(taker) {
    return record => {
        const told = records.read(record)
        if (told) {
            taker(told)
        }
    }
}
