import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { Agent } from './agent.js'
import { Desk } from './desk.js'

const ANNA = { _id: 'agent-anna', username: 'anna' }

let desk
let sent
let position
/** What comes of each request, in turn: a refusal's code, or nothing. */
let outcomes

beforeEach(() => {
    desk = new Desk()
    sent = []
    position = 100
    outcomes = []
})

function agent() {
    return new Agent({ me: ANNA, answer: 'Yes', paceMs: 0, desk, send: async request => {
        sent.push(request)
        happened(request, outcomes.shift())
    } })
}

/** As the service tells it: the event first, then the room. */
function happened({ id, type, room, body }, error) {
    position++
    desk.hear({ headers: { ce_requestid: id, ce_position: String(position) }, body: { error } })
    if (!error) {
        const { servedBy, ...was } = desk.room(room) ?? {}
        const now = type.includes('close') ? { ...was, open: undefined } : was
        stands({ ...now, servedBy: body.agent ? { ...body.agent, ts: '2026-01-02T12:00:05.000Z' } : servedBy })
    }
}

function stands(room) {
    desk.see({ key: room._id, headers: { ce_position: String(position) }, body: room })
}

function waiting(id, ts) {
    stands({ _id: id, fname: id, open: true, ts })
}

test('takes the one that has waited for longest', async () => {
    waiting('younger', '2026-01-02T12:00:02.000Z')
    waiting('older', '2026-01-02T12:00:01.000Z')

    assert.equal((await agent().takeOldest())._id, 'older')
})

test('takes the next one if somebody else was quicker', async () => {
    waiting('older', '2026-01-02T12:00:01.000Z')
    waiting('younger', '2026-01-02T12:00:02.000Z')
    outcomes = ['room-taken']

    assert.equal((await agent().takeOldest())._id, 'younger')
})

for (const error of ['late', 'busy']) {
    test(`asks under another id what was refused as ${error}`, async () => {
        waiting('room', '2026-01-02T12:00:01.000Z')
        outcomes = [error]

        await agent().takeOldest()

        assert.equal(sent.length, 2)
        assert.notEqual(sent[0].id, sent[1].id)
        assert.deepEqual(sent[0].body, sent[1].body)
    })
}

test('sends nothing again that an earlier start has had its answer to', async () => {
    waiting('room', '2026-01-02T12:00:01.000Z')
    await agent().serve(await agent().takeOldest())
    const first = [...sent]
    stands({ ...desk.room('room'), open: true })

    await agent().serve(agent().unfinished())

    assert.deepEqual(sent, first)
})

test('sends the same again that an earlier start may not have sent', async () => {
    waiting('room', '2026-01-02T12:00:01.000Z')
    const room = await agent().takeOldest()
    await agent().serve(room)
    const [, ...answered] = sent
    desk = new Desk()
    stands(room)
    sent = []

    await agent().serve(agent().unfinished())

    assert.deepEqual(sent, answered)
})

test('ends when the room is no longer its own', async () => {
    waiting('room', '2026-01-02T12:00:01.000Z')
    const room = await agent().takeOldest()
    outcomes = ['room-closed']

    await assert.rejects(agent().serve(room), /Refused: room-closed/)
})
