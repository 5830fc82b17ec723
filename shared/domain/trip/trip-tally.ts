import type { CardState } from '../card/card.ts'
import { recordingResult } from './recording.ts'
import type { VisitNow } from './visit-now.ts'

/** People of a queue: `opened` is the sum of the others. */
export interface PeopleTally {
  readonly opened: number
  readonly served: number
  readonly gone: number
  readonly postponed: number
  /** Still here. */
  readonly here: number
}

/** Cards that were carried out for a trip: `out` is the sum of the others. */
export interface CardTally {
  readonly out: number
  readonly handedOver: number
  /** In the drawer again, or wherever they went from there. */
  readonly back: number
  readonly lost: number
  /** With the team still. */
  readonly withTeam: number
}

/** What was done at a place, or in all. */
export interface WorkTally {
  readonly people: number
  readonly recorded: number
  readonly failed: number
  readonly cards: number
  readonly applications: number
  readonly assistance: number
}

export function tallyPeople(visits: readonly Pick<VisitNow, 'outcome'>[]): PeopleTally {
  const having = (outcome: VisitNow['outcome']) => visits.filter((visit) => visit.outcome === outcome).length
  return {
    opened: visits.length,
    served: having('served'),
    gone: having('gone'),
    postponed: having('postponed'),
    here: having(null),
  }
}

/** By what became of each card, each counted once however often it went out. */
export function tallyCards(states: readonly CardState[]): CardTally {
  const count = (...of: readonly CardState[]) => states.filter((state) => of.includes(state)).length
  const [handedOver, lost, withTeam] = [count('handed-over'), count('lost'), count('with-team')]
  return { out: states.length, handedOver, lost, withTeam, back: states.length - handedOver - lost - withTeam }
}

type Work = Pick<VisitNow, 'recording' | 'items'>

/** What is known elsewhere of what was noted with people. */
export interface DoneFor {
  /** Ids of the cards that were handed over: one that is only meant for somebody does not count. */
  readonly given: ReadonlySet<string>
  /** Entries of the log of help, and how many each helped; one that was withdrawn: nobody. */
  readonly helped: ReadonlyMap<string, number>
}

/** Help that stands in no log that is known here counts as one. */
export function tallyWork(visits: readonly Work[], { given, helped }: DoneFor): WorkTally {
  const items = visits.flatMap((visit) => visit.items)
  const of = (wanted: (typeof items)[number]['kind']) => items.filter(({ kind }) => kind === wanted)
  const results = visits.map(({ recording }) => (recording ? recordingResult(recording.status) : null))
  return {
    people: visits.length,
    recorded: results.filter((result) => result === 'recorded').length,
    failed: results.filter((result) => result === 'failed').length,
    cards: of('card').filter(({ ref }) => given.has(ref)).length,
    applications: of('application').length,
    assistance: of('assistance').reduce((sum, { ref }) => sum + (helped.get(ref) ?? 1), 0),
  }
}
