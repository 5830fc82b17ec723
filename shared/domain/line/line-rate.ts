/** What went over the line to the centre lately: bytes as they travelled and the milliseconds they took. Older transfers weigh less. */
export interface LineRate {
  readonly bytes: number
  readonly ms: number
}

export const noRate: LineRate = { bytes: 0, ms: 0 }

/** A smaller transfer tells how long the way is, not how wide. */
const leastBytes = 4_096
/** Of transferring: a line that became slow is called so after a few pieces. */
const halfAsMuchAfterMs = 5_000

export function afterTransfer(rate: LineRate, bytes: number, ms: number): LineRate {
  if (bytes < leastBytes || ms <= 0) return rate
  const weight = 0.5 ** (ms / halfAsMuchAfterMs)
  return { bytes: rate.bytes * weight + bytes, ms: rate.ms * weight + ms }
}

/** What is to be sent or fetched yet: bytes whose number is known, and seconds where something else is counted. */
interface Left {
  readonly bytes: number
  readonly seconds: number
}

/** What a clerk is told of a slow line. */
export interface SlowLine {
  /** Two digits that count. */
  readonly kilobitsPerSecond: number
  /** Rounded up, at least 1. */
  readonly minutesLeft: number
}

/** From here on nobody calls it slow. */
const quickKilobits = 1_000
/** What is over sooner is not worth a word. */
const shortSeconds = 30

// Bits per millisecond are kilobits per second.
const kilobitsOf = ({ bytes, ms }: LineRate): number => (bytes * 8) / ms

export const isSlow = (rate: LineRate): boolean => rate.ms > 0 && kilobitsOf(rate) < quickKilobits

/** Null: nothing to say, or nothing known yet. */
export function slowLine(rate: LineRate, left: Left): SlowLine | null {
  if (!isSlow(rate)) return null
  const kilobits = kilobitsOf(rate)
  const seconds = left.seconds + (left.bytes * 8) / (kilobits * 1000)
  if (seconds <= shortSeconds) return null
  return { kilobitsPerSecond: Number(kilobits.toPrecision(2)), minutesLeft: Math.ceil(seconds / 60) }
}
