import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { type BlanksMoved, changeOf, lastCount, needsReason, stockOf } from '#shared/domain/blank/blank-entry.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { blankEntries, siola } from './blank-book.ts'

/** A line in the book of blanks: fact, outbox and audit commit together. A count is held against the book as it stands in the same transaction. */
export async function moveBlanks(
  deps: Deps,
  input: ParsedInputOf<'blanks.move'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'blanks.move'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const device = await siola(tx)
    if (device === null) return fail('not-at-the-dinas')
    const { kind, cardKind, quantity } = input
    const entries = await blankEntries(tx, cardKind)
    const stock = stockOf(entries)
    const counted = kind === 'counted' ? { expected: stock, after: lastCount(entries) } : { expected: null }
    const [number, reason] = [input.number || null, input.reason || null]
    const moved = { kind, cardKind, quantity, ...counted, number, reason, offline }
    if (needsReason(moved, stock) && reason === null)
      return fail('blanks-unexplained', { change: changeOf(moved), stock })
    const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
    const payload: BlanksMoved = { ...by, ...moved, entryId: deps.ids.uuid(), at: deps.clock.now() }
    const of = { staffId: staff.id, scope: device.homeScope, subject: payload.entryId }
    await recordAct(tx, { type: 'blanks.move', payload }, { ...of, audit: { kind: 'move-blanks' } })
    return ok({ entryId: payload.entryId, change: changeOf(moved) })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('things', 'thing:blank-entry', 'queue', 'status')
  return answer
}
