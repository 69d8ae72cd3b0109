import { setTimeout as pause } from 'node:timers/promises'
import { plain } from 'livechat-contract/records'
import { idFor } from './requests.js'

/** How long to wait before asking again for a visitor with too much in flight. */
const BUSY_MS = 1000

const isWaiting = room => room.open && !room.servedBy

/** Takes rooms, answers in them and closes them; what it sees is on its desk, and what it wants it sends. */
export class Agent {
    #me
    #answer
    #paceMs
    #desk
    #send

    constructor({ me, answer, paceMs, desk, send }) {
        this.#me = me
        this.#answer = answer
        this.#paceMs = paceMs
        this.#desk = desk
        this.#send = send
    }

    /** A room that an earlier start had taken and not closed. */
    unfinished() {
        return this.#desk.oldest(room => this.#isMine(room))
    }

    #isMine(room) {
        return room?.open && room.servedBy?._id === this.#me._id && !room.onHold
    }

    /** Until one could be taken: somebody else may be quicker. */
    async takeOldest() {
        const lost = new Set()
        if (!this.#desk.oldest(isWaiting)) {
            console.log('No room is waiting')
        }
        for (;;) {
            const { _id: id, fname, ts, position } = await this.#desk.until(() =>
                this.#desk.oldest(room => isWaiting(room) && !lost.has(`${room._id} ${room.position}`)))
            console.log(`Taking ${id} of ${plain(fname)}, who has waited since ${ts}`)
            const { error } = await this.#ask('assignment-requested', id, position, { agent: this.#me, onlyIfQueued: true })
            if (!error || this.#isMine(this.#desk.room(id))) {
                return this.#desk.room(id)
            }
            console.log(`Lost ${id}: ${error}`)
            lost.add(`${id} ${position}`)
        }
    }

    /** One answer for each time that the room came to this agent, however often the program is started meanwhile. */
    async serve({ _id: id, servedBy: { ts } }) {
        const from = { type: 'agent', ...this.#me }
        const messageId = idFor('message', this.#me._id, id, ts)
        console.log(`Serving ${id}`)
        await pause(this.#paceMs)
        await this.#insist('message-posted', id, ts, { messageId, from, personal: { msg: this.#answer } })
        console.log(`Answered ${id}`)
        await pause(this.#paceMs)
        await this.#insist('close-requested', id, ts, { by: from, personal: { comment: 'Done' } })
        console.log(`Closed ${id}`)
    }

    async #insist(...request) {
        const { error } = await this.#ask(...request)
        if (error) {
            throw new Error(`Refused: ${error}. The room is no longer this agent's to serve.`)
        }
    }

    /** Asks once, and waits for what comes of it; asks anew only what has certainly changed nothing. */
    async #ask(name, room, occasion, body) {
        const type = `livechat.${name}.v1`
        for (let attempt = 0; ; attempt++) {
            const id = idFor(this.#me._id, room, name, String(occasion), attempt)
            const outcome = await this.#outcomeOf({ id, type, room, body })
            if (outcome.error !== 'late' && outcome.error !== 'busy') {
                return outcome
            }
            await pause(outcome.error === 'busy' ? BUSY_MS : 0)
        }
    }

    async #outcomeOf(request) {
        if (!this.#desk.outcome(request.id)) {
            await this.#send(request)
        }
        const outcome = await this.#desk.until(() => this.#desk.outcome(request.id))
        if (!outcome.error) {
            // The event may be here before the room's own record, which is on another topic.
            await this.#desk.until(() => this.#desk.room(request.room)?.position >= outcome.position)
        }
        return outcome
    }
}
