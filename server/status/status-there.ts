import type { StatusThere } from '#shared/contract/sync/status.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { explainClock, serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import { type Centre, instantOf } from '../centre.ts'
import { clockTerms, registerIn } from '../sync/clock-terms.ts'
import { readRow, readRowsByEitherKey } from '../sync/read-row.ts'
import { type KnownKitir, unitNameOf } from './find-kitir.ts'

/** As a desk of its unit shows it: no NIK, and nobody else's name. Null: the centre knows no more than its e-Kitir. */
export async function statusThere(
  centre: Centre,
  { applicationId, kitirNumber }: KnownKitir,
): Promise<StatusThere | null> {
  const { db } = centre
  const filing = await readRow(db, 'filing', applicationId)
  const application = await readRow(db, 'application', applicationId)
  if (!filing && !application) return null
  const collectionUnit = filing ? filing.collectionUnit : (application?.collectionUnit ?? null)
  return {
    applicationId,
    kitirNumber,
    kngNumber: filing?.kngNumber ?? null,
    ...told(filing, application),
    steps: (filing?.steps ?? []).map(({ stepId, status, at, note }) => ({ stepId, status, at, note })),
    ...(application ? await clockOf(centre, application) : { clock: null, clockSteps: [] }),
    collectAt: collectionUnit && (await unitNameOf(db, collectionUnit)),
    cards: await cardsOf(centre, [application?.kitirNumber, filing?.kngNumber, kitirNumber]),
    results: (filing?.results ?? []).map(({ sha256, title, pages, at }) => ({ sha256, title, pages, at })),
  }
}

const told = (filing: Filing | null, application: Application | null) => ({
  service: filing?.service ?? application?.service ?? '',
  serviceName: filing?.serviceName ?? null,
  applicantName: filing?.applicantName ?? application?.applicantName ?? '',
  filedAt: filing?.at ?? application?.filedAt ?? application?.submittedAt ?? '',
  status: filing?.status ?? application?.status ?? '',
  expectedAt: filing?.expectedAt ?? application?.dueAt ?? null,
})

async function clockOf({ db, region, now }: Centre, application: Application) {
  const terms = (await clockTerms(db, region, [application.collectionUnit]))(application.collectionUnit)
  const facts = clockFactsOf(application, await registerIn(db))
  const at = instantOf(now())
  const { state, grounds, ...clock } = serviceClock(facts, terms, at)
  return {
    clock: state === 'none' ? null : { ...clock, state, grounds: [...grounds] },
    clockSteps: explainClock(facts, terms, at).map(({ code, values }) => ({ code, values: { ...values } })),
  }
}

/** By every number that the application has or had; what was given away is told, too. */
async function cardsOf({ db }: Centre, numbers: readonly (string | null | undefined)[]): Promise<StatusThere['cards']> {
  const known = new Set(numbers.filter((one): one is string => typeof one === 'string'))
  const found = new Map<string, StatusThere['cards'][number]>()
  for (const number of known)
    for (const { id: cardId, kind, state, scope } of await readRowsByEitherKey(db, 'card', number))
      found.set(cardId, { cardId, kind, state, unitName: await unitNameOf(db, scope) })
  return [...found.values()]
}
