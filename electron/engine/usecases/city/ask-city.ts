import { outOfReach } from '#shared/contract/errors.ts'
import type { CityAnswer, CityQueryName } from '#shared/contract/sync/queries.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { noteIfRoom } from '../note-if-room.ts'
import type { CityQuestion } from '../ports.ts'
import { atTheDinas } from './at-the-dinas.ts'

/** Their answers name persons: the asking is an entry of the audit, like a search. */
const aboutPersons: readonly CityQueryName[] = [
  'cards',
  'cases',
  'case',
  'claims',
  'claim',
  'complaints',
  'shipment',
  'device-contents',
  'blob',
  'staff',
]

/** Asks the centre about any unit. The answer goes to the screen and is kept nowhere. Faults: not-at-the-dinas, online-only, those of the centre. */
export async function askCity<N extends CityQueryName>(
  deps: Deps,
  question: CityQuestion<N>,
  { staff }: Who,
): Answer<CityAnswer<N>> {
  const here = await atTheDinas(deps)
  if (!here.ok) return here
  const { name, id, query } = question
  if (aboutPersons.includes(name)) {
    const entry = { kind: 'city-look', subject: `${name} ${id ?? query?.unit ?? ''}`.trim() } as const
    const at = deps.clock.now()
    await noteIfRoom(deps, 'city-look', (tx) => tx.audit.append({ ...entry, staffId: staff.id, at }))
  }
  const answer = await deps.centre.askCity(question, staff.id)
  return !answer.ok && outOfReach.has(answer.refusal.code) ? fail('online-only') : answer
}
