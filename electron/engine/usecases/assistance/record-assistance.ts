import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { noteFits } from '#shared/domain/assistance/note-fits.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'

/** Somebody was helped to help himself. Faults: see the contract. */
export async function recordAssistance(
  deps: Deps,
  { kind, people, kelurahan, note }: ParsedInputOf<'assistance.record'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'assistance.record'>> {
  if (!noteFits(note)) return fail('note-has-person')
  if (kelurahan !== null && !deps.units.some(({ scope }) => scope === kelurahan)) return fail('unit-unknown')
  const assistanceId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const { by, scope } = here.value
    const payload = { ...by, assistanceId, kind, people, kelurahan, note: note === '' ? null : note }
    const audit = { kind: 'assistance' } as const
    await recordAct(
      tx,
      { type: 'assistance.record', payload },
      { staffId: by.staffId, scope, subject: assistanceId, audit },
    )
    return ok({ assistanceId })
  })
  if (answer.ok) told(deps)
  return answer
}

/** It was a mistake; the entry stays, and counts no more. Faults: see the contract. */
export async function withdrawAssistance(
  deps: Deps,
  { assistanceId }: ParsedInputOf<'assistance.withdraw'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'assistance.withdraw'>> {
  const withdrawId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const entry = await tx.things.find('assistance', assistanceId)
    if (!entry || entry.row.withdrawn !== null) return fail('assistance-unknown')
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const { by } = here.value
    const audit = { kind: 'assistance-withdraw' } as const
    const of = { staffId: by.staffId, scope: entry.row.scope, subject: assistanceId, audit }
    await recordAct(tx, { type: 'assistance.withdraw', payload: { ...by, withdrawId, assistanceId } }, of)
    return ok({ assistanceId })
  })
  if (answer.ok) told(deps)
  return answer
}

interface DoneHere {
  readonly scope: string
  readonly by: DoneBy & { readonly offline: boolean }
}

async function doneHere(
  { clock, sync }: Deps,
  tx: Pick<WriteSet, 'device'>,
  { staff }: Who,
): Promise<Result<DoneHere, Fault>> {
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const person = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
  return ok({ scope: device.homeScope, by: { ...person, at: clock.now(), offline: !sync.online() } })
}

function told({ sync, announce }: Deps): void {
  sync.wake()
  announce('thing:assistance', 'things', 'queue', 'status')
}
