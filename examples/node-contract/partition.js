/** The partition of a key; hash and rounding are those of Kafka's own producer. */
export function partitionOf(key, partitions) {
    return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions
}

/** Kafka's 32-bit murmur2; Math.imul multiplies as Java's int does. */
function murmur2(bytes) {
    const m = 0x5bd1e995
    const whole = bytes.length & ~3
    let h = 0x9747b28c ^ bytes.length
    for (let i = 0; i < whole; i += 4) {
        const k = Math.imul(bytes.readInt32LE(i), m)
        h = Math.imul(h, m) ^ Math.imul(k ^ (k >>> 24), m)
    }
    if (bytes.length > whole) {
        h = Math.imul(h ^ bytes.readUIntLE(whole, bytes.length - whole), m)
    }
    h = Math.imul(h ^ (h >>> 13), m)
    return h ^ (h >>> 15)
}
