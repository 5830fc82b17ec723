import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'
import { withdrawEntry } from '../assistance/record-assistance.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import type { WriteSet } from '../stores.ts'
import { noteVisit } from './note-visit.ts'
import { doneHere, told } from './trip-here.ts'

/** Calls, serves, or notes something of one person on site. Help that is struck is taken out of the log of help as well. Faults: see the contract. */
export async function changeVisit(
  deps: Deps,
  said: ParsedInputOf<'visit.change'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'visit.change'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const here = { ...(await doneHere(deps, tx, who)), offline }
    const helped = await helpStruck(tx, said)
    const changed = await noteVisit(deps, tx, here, said)
    if (!changed.ok) return changed
    for (const assistanceId of helped) await withdrawEntry(deps, tx, { ...here.by, offline }, assistanceId)
    return ok({ changeId: changed.value })
  })
  if (answer.ok) {
    told(deps, 'visit')
    if (said.strike.length > 0) deps.announce('thing:assistance')
  }
  return answer
}

async function helpStruck(
  tx: Pick<WriteSet, 'things'>,
  { visitId, strike }: ParsedInputOf<'visit.change'>,
): Promise<readonly string[]> {
  const visit = strike.length > 0 ? (await tx.things.find('visit', visitId))?.row : undefined
  const items = visit ? visitNow(visit).items : []
  return items.flatMap(({ id, kind, ref }) => (kind === 'assistance' && ref !== '' && strike.includes(id) ? [ref] : []))
}
