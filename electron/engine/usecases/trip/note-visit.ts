import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'
import { recordAct } from '../act/record-act.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, WriteSet } from '../stores.ts'
import { underWay } from './trip-here.ts'

interface DoneHere {
  readonly by: DoneBy
  readonly device: Device
  readonly offline: boolean
}

type Said = Pick<ParsedInputOf<'visit.change'>, 'visitId' | 'step' | 'set' | 'add' | 'strike'>

/**
 * What was said of a person of the queue, in the caller's transaction; answers the change. What is noted of somebody who has left brings nobody back. Faults: visit-unknown, trip-unknown,
 * trip-not-started, trip-closed.
 */
export async function noteVisit(
  deps: Pick<Deps, 'ids'>,
  tx: WriteSet,
  { by, device, offline }: DoneHere,
  said: Said,
): Promise<Result<string, Fault>> {
  const { visitId, set, add, strike } = said
  const visit = (await tx.things.find('visit', visitId))?.row
  if (!visit) return fail('visit-unknown')
  const trip = await underWay(tx, visit.tripId, device.deviceId)
  if (!trip.ok) return trip
  const step = isNote(said) && visitNow(visit).state === 'left' ? null : said.step
  const changeId = deps.ids.uuid()
  const items = add.map((item) => ({ ...item, id: deps.ids.uuid() }))
  const payload = { ...by, changeId, visitId, tripId: visit.tripId, step, set, add: items, strike, offline }
  const of = { staffId: by.staffId, scope: visit.scope, subject: visitId }
  await recordAct(tx, { type: 'visit.change', payload }, { ...of, audit: { kind: 'visit', subject: changeId } })
  return ok(changeId)
}

const isNote = ({ add, set }: Said): boolean => add.length > 0 || set.recording !== undefined
