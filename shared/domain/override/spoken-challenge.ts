import type { Instant } from '../time.ts'

/**
 * The 8 digits that a clerk reads out to a supervisor: desk (2), minute of issue modulo 100 (2), count of the desk's challenges modulo 100 (2), and a check
 * under the office's secret (2). So the supervisor's Loket can say, without a network, whom it answers and until when.
 */
export interface SpokenChallenge {
  readonly deskCode: string
  /** Minutes since 1970 by the centre's clock: with it the same digits on another day are another challenge. */
  readonly minute: number
  readonly issuedAt: Instant
  readonly validUntil: Instant
}

/** A challenge can be answered for this long. */
const validMinutes = 10
/** Two clocks set by the centre may still be a little apart. */
const aheadMinutes = 2
const minuteMs = 60_000

const twoDigits = (number: number) => String(number % 100).padStart(2, '0')
const minuteOf = (at: Instant) => Math.floor(Date.parse(at) / minuteMs)

/** The first six digits; `deviceCode` as on the receipts (`02`), `count` rises with every challenge of the desk. */
export const challengeBody = (deviceCode: string, at: Instant, count: number): string =>
  `${deviceCode.replace(/\D/g, '').slice(-2).padStart(2, '0')}${twoDigits(minuteOf(at))}${twoDigits(count)}`

export const bodyOf = (challenge: string): string => challenge.slice(0, 6)
export const checkOf = (challenge: string): string => challenge.slice(6)

/** What the digits say, read at `now` by the centre's clock. They name the latest minute that fits, so none older than an hour and a half. */
export function readChallenge(challenge: string, now: Instant): SpokenChallenge {
  const behind = (minuteOf(now) + aheadMinutes - Number(challenge.slice(2, 4))) % 100
  const minute = minuteOf(now) + aheadMinutes - behind
  const instant = (at: number) => new Date(at * minuteMs).toISOString()
  return {
    deskCode: challenge.slice(0, 2),
    minute,
    issuedAt: instant(minute),
    validUntil: instant(minute + validMinutes),
  }
}
