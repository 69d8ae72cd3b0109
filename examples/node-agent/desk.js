/** What an agent has before them: all rooms as they are now, and what has become of each request. */
export class Desk {
    #rooms = new Map()
    #outcomes = new Map()
    #waiting = new Set()

    /** A record of livechat.rooms; without a body the room is erased. */
    see({ key, headers, body }) {
        if (body) {
            this.#rooms.set(key, { ...body, position: BigInt(headers.ce_position) })
        } else {
            this.#rooms.delete(key)
        }
        this.#wake()
    }

    /** A record of livechat.room.events. The first that comes of a request is its outcome, whichever start had sent it. */
    hear({ headers, body }) {
        const { ce_requestid: id, ce_position: position } = headers
        if (!this.#outcomes.has(id)) {
            this.#outcomes.set(id, { error: body.error, position: BigInt(position) })
        }
        this.#wake()
    }

    room(id) {
        return this.#rooms.get(id)
    }

    outcome(requestId) {
        return this.#outcomes.get(requestId)
    }

    /** The room that has been there for longest, of those that are so. */
    oldest(isSo) {
        return [...this.#rooms.values()].filter(isSo).sort((a, b) => a.ts.localeCompare(b.ts)).at(0)
    }

    /** Waits until this gives something, asking it again whenever something has come. */
    async until(give) {
        for (;;) {
            const given = give()
            if (given) {
                return given
            }
            await new Promise(resolve => this.#waiting.add(resolve))
        }
    }

    #wake() {
        this.#waiting.forEach(resolve => resolve())
        this.#waiting.clear()
    }
}
