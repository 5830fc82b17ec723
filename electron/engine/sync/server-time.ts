import type { Instant } from '#shared/domain/time.ts'

/** Longer exchanges say too little about when the centre looked at its clock. */
const longestRoundTripMs = 5_000

/** Server time minus device time in milliseconds, by the middle of the round trip; null when that took too long or the clock jumped. */
export function clockOffset(sentAt: Instant, serverTime: Instant, receivedAt: Instant): number | null {
  const [sent, received] = [Date.parse(sentAt), Date.parse(receivedAt)]
  if (received < sent || received - sent > longestRoundTripMs) return null
  return Math.round(Date.parse(serverTime) - (sent + received) / 2)
}
