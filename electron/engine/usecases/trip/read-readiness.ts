import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { gateLimits } from '#shared/domain/gate/gate-limits.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { countsFrom } from '../session/offline-days.ts'
import type { ReadSet } from '../stores.ts'
import { scopesOf } from './list-trips.ts'
import { tripCards } from './trip-cards.ts'

const day = 86_400_000

/** What this laptop knows of itself the evening before. Fault: trip-unknown. */
export async function readReadiness(
  deps: Deps,
  { tripId }: ParsedInputOf<'trip.readiness'>,
  { staff }: Who,
): Answer<OutputOf<'trip.readiness'>> {
  const [freeDiskBytes, printer, now] = [await deps.freeDisk(), await deps.printing.status(), await deps.timeNow()]
  return deps.reading(async (db) => {
    const trip = (await db.things.find('trip', tripId))?.row
    if (!trip) return fail('trip-unknown')
    const secret = await db.staffSecrets.find(staff.id)
    const whole = new Set(await db.device.copiedScopes())
    const scopes = await scopesOf(db, (await db.device.current())?.scopes ?? [])
    return ok({
      freeDiskBytes,
      unsent: (await db.outbox.waiting()).count,
      signInDaysLeft: await daysLeft(db, secret, now),
      hasPin: secret?.pinVerifier != null,
      printer: printer.state,
      scopes: scopes.map((one) => ({ ...one, whole: whole.has(one.scope) })),
      dataAsOf: await db.device.dataAsOf(),
      places: trip.plan?.plan.places.length ?? 0,
      cardsOut: (await tripCards(db, trip)).filter(({ state }) => state === 'with-team').length,
      now,
    })
  })
}

/** Days this person may still sign in without a network. */
async function daysLeft(
  db: Pick<ReadSet, 'settings'>,
  secret: Parameters<typeof countsFrom>[0],
  now: string,
): Promise<number | null> {
  const { daysSinceOnlineSignIn } = gateLimits(await db.settings.region())
  const from = countsFrom(secret, daysSinceOnlineSignIn)
  if (from === null) return null
  return Math.max(0, Math.ceil(daysSinceOnlineSignIn - (Date.parse(now) - Date.parse(from)) / day))
}
