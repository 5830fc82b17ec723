import { afterTransfer, type LineRate, noRate } from '#shared/domain/line/line-rate.ts'

/** Learns from real transfers how wide the line is. */
export interface LineMeter {
  /** A question goes out. Call what comes back when it is over: with the bytes that travelled both ways, or null where it failed. */
  began(): (bytes: number | null) => void
  rate(): LineRate
}

/** `elapsedMs`: a clock that never jumps. Questions side by side share the line, so time counts once for all of them. */
export function lineMeter(elapsedMs: () => number): LineMeter {
  let rate = noRate
  let underWay = 0
  let countedTo = 0
  return {
    rate: () => rate,
    began() {
      if (underWay === 0) countedTo = elapsedMs()
      underWay += 1
      return (bytes) => {
        underWay -= 1
        const now = elapsedMs()
        const next = bytes === null ? rate : afterTransfer(rate, bytes, now - countedTo)
        // The time of one too small to count stays with what goes over beside it.
        if (next !== rate) countedTo = now
        rate = next
      }
    },
  }
}
