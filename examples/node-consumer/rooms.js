import { plain } from 'livechat-contract/records'

/** The open rooms as far as the events have told them, and the line that each event is worth. */
export class Rooms {
    #open = new Map()

    /** Takes an event in; the lines to print: one for each room that it changed. */
    apply({ type, headers, body }) {
        const what = type.replace(/^livechat\.(.*)\.v\d+$/, '$1')
        return this.#changed(what, body).map(({ id, name, state, messages, note }) => plain(
            [headers.ce_time, id, name, state, `messages: ${messages}`, what + (note ?? '')].join(' | ')))
    }

    #changed(what, { room, rooms, message, visitor }) {
        if (message) {
            return [this.#talked(what, message)]
        }
        if (room) {
            return [this.#stands(room)]
        }
        if (rooms) {
            return rooms.map(id => this.#gone(id, 'erased'))
        }
        return what === 'visitor-updated' ? this.#renamed(visitor) : []
    }

    /** Events of messages do not repeat the room: each adds one or takes one away. */
    #talked(what, { rid, u, msg }) {
        const step = { 'message-added': 1, 'message-deleted': -1 }[what] ?? 0
        const known = this.#of(rid)
        const now = this.#keep({ ...known, messages: known.messages === '?' ? '?' : known.messages + step })
        return { ...now, note: u && ` by ${u.username}: ${msg}` }
    }

    #stands(room) {
        if (room.v === undefined) {
            return this.#gone(room._id, 'forgotten')
        }
        const now = { id: room._id, visitor: room.v._id, name: room.fname, state: state(room), messages: room.msgs }
        if (room.open) {
            return this.#keep(now)
        }
        this.#open.delete(room._id)
        return now
    }

    #renamed(visitor) {
        return [...this.#open.values()]
            .filter(room => room.visitor === visitor._id)
            .map(room => this.#keep({ ...room, name: visitor.name ?? visitor.username }))
    }

    #gone(id, state) {
        const known = this.#of(id)
        this.#open.delete(id)
        return { ...known, state }
    }

    #keep(room) {
        this.#open.set(room.id, room)
        return room
    }

    /** Of a room whose beginning is older than the events that are kept, no more is known than its id. */
    #of(id) {
        return this.#open.get(id) ?? { id, name: '?', state: '?', messages: '?' }
    }
}

function state({ closedAt, closedBy, onHold, servedBy }) {
    if (closedAt) {
        return `closed by ${closedBy.username}`
    }
    return servedBy ? `${onHold ? 'on hold with' : 'served by'} ${servedBy.username}` : 'queued'
}
