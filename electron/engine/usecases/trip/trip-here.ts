import type { Fault } from '#shared/contract/errors.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Trip } from '#shared/domain/trip/trip.ts'
import type { Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, ReadSet, WriteSet } from '../stores.ts'

/** Who does something at which computer now. Throws where the device has no identity yet: nobody is signed in there. */
export async function doneHere(deps: Deps, tx: WriteSet, { staff }: Who): Promise<{ by: DoneBy; device: Device }> {
  const device = await tx.device.current()
  if (device === null) throw new Error('a trip needs an enrolled device')
  const person = { staffId: staff.id, staffName: staff.name, staffCode: staff.code }
  return { by: { at: deps.clock.now(), ...person, deviceCode: device.deviceCode }, device }
}

/** How far this laptop is with a trip. */
export const stageHere = ({ starts, closings }: Trip, deviceId: string): 'planned' | 'under-way' | 'closed' => {
  if (closings.some((one) => one.deviceId === deviceId)) return 'closed'
  return starts.some((one) => one.deviceId === deviceId) ? 'under-way' : 'planned'
}

/** The trip, if this laptop is out with it. Faults: trip-unknown, trip-not-started, trip-closed. */
export async function underWay(
  db: Pick<ReadSet, 'things'>,
  tripId: string,
  deviceId: string,
): Promise<Result<Trip, Fault>> {
  const trip = (await db.things.find('trip', tripId))?.row
  if (!trip) return fail('trip-unknown')
  const stage = stageHere(trip, deviceId)
  if (stage === 'closed') return fail('trip-closed')
  return stage === 'planned' ? fail('trip-not-started') : ok(trip)
}

/** Sends it soon, and lets the screens ask again. */
export function told(deps: Deps, thing: 'trip' | 'visit'): void {
  deps.sync.wake()
  deps.announce(`thing:${thing}`, 'things', 'queue', 'status')
}
