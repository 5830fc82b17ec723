import { bodyOf, challengeBody, checkOf, readChallenge } from '#shared/domain/override/spoken-challenge.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Secrets } from '../ports.ts'
import type { ChallengeRow } from '../secret-stores.ts'

/** Limits of the spoken challenge and answer (see the decision record on it). */
export const codeTries = 5
/** How long a verified PIN or an override may wait for the confirmation. */
export const grantMinutes = 15

/** Eight digits to read out. `at` is the centre's time, `count` rises with every challenge of this device. */
export function makeChallenge(
  secrets: Secrets,
  secret: string,
  from: { deviceCode: string; at: Instant; count: number },
) {
  const body = challengeBody(from.deviceCode, from.at, from.count)
  return body + checkDigits(secrets, secret, body)
}

const checkDigits = (secrets: Secrets, secret: string, body: string) => secrets.keyedDigits(secret, `check|${body}`, 2)

/** Was it made by a device of this office, and heard right? Two digits tell nearly always; who guesses gains nothing by it. */
export const isOfThisOffice = (secrets: Secrets, secret: string, challenge: string): boolean =>
  checkDigits(secrets, secret, bodyOf(challenge)) === checkOf(challenge)

/**
 * Eight digits that answer the challenge of that minute, and no other. `now` is the centre's time. What it is for is part of it: leave for a hand-over opens
 * nobody's account.
 */
export const spokenAnswer = (
  secrets: Secrets,
  secret: string,
  { challenge, supervisorId, now, purpose }: Spoken,
): string => {
  const { minute } = readChallenge(challenge, now)
  // Of a hand-over as it was before there were others: desks of two versions understand each other.
  const about = purpose === 'card' ? '' : `|${purpose}`
  return secrets.keyedDigits(secret, `${challenge}|${minute}|${supervisorId}${about}`, 8)
}

interface Spoken {
  readonly challenge: string
  readonly supervisorId: string
  readonly now: Instant
  readonly purpose: ChallengeRow['purpose']
}

/** An instant moved by so many milliseconds: between the device's clock and the centre's. */
export const moved = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()
