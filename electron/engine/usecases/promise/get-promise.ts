import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { ok } from '#shared/domain/result.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { explainClock } from '#shared/domain/service-clock/service-clock.ts'
import { movedStep } from '#shared/domain/service-clock/told-due.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { promiseLine } from './promise-line.ts'

type Promised = OutputOf<'promise.get'>

/** How the promise of one application stands and how that came about. Fault: application-unknown. */
export async function getPromise(deps: Deps, input: ParsedInputOf<'promise.get'>): Answer<Promised> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const application = await asked(db, input)
    if (application === null) return fail('application-unknown')
    const line = await promiseLine(db, application, now)
    return ok({
      line,
      filedAt: application.filedAt ?? application.submittedAt,
      steps: await stepsOf(db, application, line.clock.dueAt, now),
      cards: await cardsOf(db, application),
      complaints: await complaintsOf(db, application),
      now,
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

async function asked(db: ReadSet, input: ParsedInputOf<'promise.get'>): Promise<Application | null> {
  if ('kitirNumber' in input) return db.applications.byKitirNumber(input.kitirNumber)
  if ('applicationId' in input) return db.applications.find(input.applicationId)
  const card = await db.cards.find(input.cardId)
  return card && db.applications.find(card.row.applicationId)
}

async function stepsOf(db: ReadSet, application: Application, dueAt: Instant | null, now: Instant) {
  const { terms, register } = await db.promises.terms(application.collectionUnit)
  const steps = [
    ...explainClock(clockFactsOf(application, register), terms, now),
    ...movedStep(application.dueAt, dueAt),
  ]
  return steps.map(({ code, values }) => ({ code, values: { ...values } }))
}

async function cardsOf(db: ReadSet, { id, kitirNumber }: Application): Promise<Promised['cards']> {
  const cards = await db.cards.byKitirNumber(kitirNumber)
  return cards
    .filter(({ row }) => row.applicationId === id)
    .map(({ row }) => ({ cardId: row.id, kind: row.kind, state: row.state, ownerName: row.ownerName }))
}

async function complaintsOf(db: ReadSet, { id }: Application): Promise<Promised['complaints']> {
  const complaints = await db.things.list('complaint', { about: id, newestFirst: true })
  return complaints.map(({ row }) => ({
    complaintId: row.id,
    number: row.number,
    subject: row.subject,
    state: row.state,
    filedAt: row.at,
  }))
}
