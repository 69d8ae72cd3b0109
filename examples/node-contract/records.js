import { readdirSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const SCHEMAS = new URL('../../topics/schemas/', import.meta.url)

/** What every result says of where it comes from, and what it has to look like. */
const HEADERS = { ce_id: /./, ce_time: /./, ce_requestid: /./, ce_position: /^\d+$/ }

/** The only type whose value may be absent: the room is erased. */
const ROOM = 'livechat.room.v1'

/**
 * Reads records by the contract: the type is in a header, and there is one schema for each type.
 *
 * A record of a type that this version of the schemas does not know is from a newer service: it is skipped and counted. One
 * that its schema does not allow is a fault of its writer: it is reported, counted, and skipped too, so that one bad record
 * does not stop all others.
 */
export class Records {
    #schemas = addFormats(new Ajv2020({ strict: false }))
    #unknown = new Map()
    #invalid = 0

    constructor() {
        for (const file of readdirSync(SCHEMAS).filter(name => name.endsWith('.json'))) {
            this.#schemas.addSchema(JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8')), file)
        }
    }

    /** What a record says, or nothing. What is read again, after a restart, has been counted and reported before. */
    read({ topic, partition, message }, isNew = true) {
        const headers = Object.fromEntries(
            Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]))
        const type = headers.ce_type ?? 'no type'
        const { body, isUnknown, fault = faultOf(headers) } = this.#parse(type, message.value)
        if (isUnknown && isNew) {
            this.#unknown.set(type, (this.#unknown.get(type) ?? 0) + 1)
        }
        if (fault && isNew) {
            this.#invalid++
            console.error(plain(`Invalid ${type} at ${topic}-${partition}@${message.offset}: ${fault}`))
        }
        return isUnknown || fault ? undefined : { type, headers, body, partition, key: message.key?.toString() }
    }

    /** Refuses a body that readers would refuse. */
    check(type, body) {
        const valid = this.#schema(type)
        if (!valid?.(body)) {
            throw new Error(`not a ${type}: ${this.#schemas.errorsText(valid?.errors)}`)
        }
    }

    #schema(type) {
        return this.#schemas.getSchema(type.replace(/^livechat\./, '') + '.json')
    }

    #parse(type, value) {
        const valid = this.#schema(type)
        if (!valid) {
            return { isUnknown: true }
        }
        if (value === null && type === ROOM) {
            return {}
        }
        try {
            const body = JSON.parse(value)
            return valid(body) ? { body } : { fault: this.#schemas.errorsText(valid.errors, { dataVar: 'body' }) }
        } catch (error) {
            return { fault: error.message }
        }
    }

    /** What was left out, for the end; nothing if nothing was. */
    leftOut() {
        const parts = [...this.#unknown].map(([type, count]) => `${count} of unknown type ${type}`)
        return [...parts, ...(this.#invalid > 0 ? [`${this.#invalid} invalid`] : [])].join(', ')
    }
}

function faultOf(headers) {
    const [name] = Object.entries(HEADERS).find(([header, form]) => !form.test(headers[header] ?? '')) ?? []
    return name && `no valid header ${name}`
}

/** Text for a line of a terminal: what visitors write must not move its cursor. */
export function plain(text) {
    return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}
