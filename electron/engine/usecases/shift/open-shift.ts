import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { ShiftOpened } from '#shared/domain/shift/shift.ts'
import { samePieces } from '#shared/domain/shift/shift-balance.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import type { WriteSet } from '../stores.ts'
import { countKinds, drawerCards } from './drawer.ts'
import { openShiftHere } from './open-shift-here.ts'

/** A clerk takes over the drawer of this desk. Faults: see the contract. */
export async function openShift(
  deps: Deps,
  { counted, explanation, signature }: ParsedInputOf<'shift.open'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'shift.open'>> {
  const ink = pngBytes(signature)
  if (ink === null) return fail('signature-missing')
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const device = await tx.device.current()
    if (device === null) return fail('not-enrolled')
    if (await openShiftHere(tx)) return fail('shift-open')
    const expected = countKinds(await drawerCards(tx))
    if (!samePieces(counted, expected) && !explanation) return fail('difference-unexplained')
    const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
    const fact: ShiftOpened = {
      shiftId: deps.ids.uuid(),
      at: deps.clock.now(),
      ...by,
      counted,
      expected,
      explanation: samePieces(counted, expected) ? null : explanation,
      signature: await tx.blobs.put(ink, 'image/png'),
      offline,
    }
    await recordOpening(tx, fact, device.homeScope)
    return ok({ shiftId: fact.shiftId })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('thing:shift', 'things', 'queue', 'status')
  return answer
}

export const recordOpening = (tx: WriteSet, payload: ShiftOpened, scope: string) =>
  recordAct(
    tx,
    { type: 'shift.open', payload },
    { staffId: payload.staffId, scope, subject: payload.shiftId, audit: { kind: 'shift' } },
  )
