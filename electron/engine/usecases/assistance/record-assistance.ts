import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { noteFits } from '#shared/domain/assistance/note-fits.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, WriteSet } from '../stores.ts'
import { noteVisit } from '../trip/note-visit.ts'

/** Somebody was helped to help himself; on a trip it stands with the person of the queue, too, and both are kept or neither. Faults: see the contract. */
export async function recordAssistance(
  deps: Deps,
  { kind, people, kelurahan, note, visitId }: ParsedInputOf<'assistance.record'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'assistance.record'>> {
  if (!noteFits(note)) return fail('note-has-person')
  if (kelurahan !== null && !deps.units.some(({ scope }) => scope === kelurahan)) return fail('unit-unknown')
  const assistanceId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const { by, scope, device } = here.value
    if (visitId !== null) {
      const item = { kind: 'assistance' as const, ref: assistanceId, text: note.slice(0, 200) }
      const noted = await noteVisit(deps, tx, { by: personOf(by), device, offline: by.offline }, helped(visitId, item))
      if (!noted.ok) return noted
    }
    const payload = { ...by, assistanceId, kind, people, kelurahan, note: note === '' ? null : note }
    const audit = { kind: 'assistance' } as const
    await recordAct(
      tx,
      { type: 'assistance.record', payload },
      { staffId: by.staffId, scope, subject: assistanceId, audit },
    )
    return ok({ assistanceId })
  })
  if (answer.ok) {
    told(deps)
    if (visitId !== null) deps.announce('thing:visit')
  }
  return answer
}

const helped = (visitId: string, item: { kind: 'assistance'; ref: string; text: string }) => ({
  ...{ visitId, step: 'serving' as const, set: {}, add: [item], strike: [] },
})

const personOf = ({ offline: _, ...by }: DoneHere['by']): DoneBy => by

/** It was a mistake; the entry stays, and counts no more. Faults: see the contract. */
export async function withdrawAssistance(
  deps: Deps,
  { assistanceId }: ParsedInputOf<'assistance.withdraw'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'assistance.withdraw'>> {
  const answer = await answering(async (tx) => {
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    return (await withdrawEntry(deps, tx, here.value.by, assistanceId))
      ? ok({ assistanceId })
      : fail('assistance-unknown')
  })
  if (answer.ok) {
    told(deps)
    deps.announce('thing:visit')
  }
  return answer
}

/** In the caller's transaction; false: there is none, or it was withdrawn before. */
export async function withdrawEntry(
  { ids }: Pick<Deps, 'ids'>,
  tx: WriteSet,
  by: DoneHere['by'],
  assistanceId: string,
): Promise<boolean> {
  const entry = await tx.things.find('assistance', assistanceId)
  if (!entry || entry.row.withdrawn !== null) return false
  const audit = { kind: 'assistance-withdraw' } as const
  const of = { staffId: by.staffId, scope: entry.row.scope, subject: assistanceId, audit }
  const payload = { ...by, withdrawId: ids.uuid(), assistanceId }
  await recordAct(tx, { type: 'assistance.withdraw', payload }, of)
  return true
}

interface DoneHere {
  readonly scope: string
  readonly device: Device
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
  return ok({ scope: device.homeScope, device, by: { ...person, at: clock.now(), offline: !sync.online() } })
}

function told({ sync, announce }: Deps): void {
  sync.wake()
  announce('thing:assistance', 'things', 'queue', 'status')
}
