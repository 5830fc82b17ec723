import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ApplicationStatusShown } from '#shared/contract/engine/status.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { findService } from '#shared/domain/catalogue/catalogue.ts'
import { applicationOf } from '#shared/domain/filing/application-of.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { ok } from '#shared/domain/result.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { explainClock, serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import { cardsOfApplication, kitirsOf } from '../ekitir/kitirs-of.ts'
import { fail } from '../fail.ts'
import { unitNameOf } from '../paper/paper-base-of.ts'
import type { ReadSet } from '../stores.ts'

/** Fault: application-unknown. */
export async function statusOf(
  deps: Deps,
  { applicationId }: ParsedInputOf<'status.of'>,
): Answer<OutputOf<'status.of'>> {
  const shown = await deps.reading((db) => showStatus(deps, db, applicationId, deps.clock.now()))
  return shown ? ok(shown) : fail('application-unknown')
}

/** How an application stands by what this device knows: its filing, or KNG's row, and its cards. Null: neither is here. */
export async function showStatus(
  { units }: Pick<Deps, 'units'>,
  db: ReadSet,
  applicationId: string,
  now: Instant,
): Promise<ApplicationStatusShown | null> {
  const filing = (await db.things.find('filing', applicationId))?.row ?? null
  const before = await db.applications.find(applicationId)
  const application = filing ? (applicationOf(filing, before) ?? before) : before
  if (filing === null && application === null) return null
  const [kitir] = await kitirsOf(db, applicationId)
  const collectionUnit = filing ? filing.collectionUnit : (application?.collectionUnit ?? null)
  return {
    applicationId,
    kitirNumber: kitir?.number ?? filing?.kitirNumber ?? application?.kitirNumber ?? '',
    kngNumber: filing?.kngNumber ?? null,
    unitName: null,
    serviceName: filing?.serviceName ?? (await serviceNameOf(db, application?.service ?? '')),
    applicantName: filing?.applicantName ?? application?.applicantName ?? '',
    filedAt: filing?.at ?? application?.filedAt ?? application?.submittedAt ?? now,
    status: filing?.status ?? application?.status ?? '',
    steps: stepsOf(filing),
    ...(await clockOf(db, application, now)),
    expectedAt: filing?.expectedAt ?? application?.dueAt ?? null,
    collectAt: collectionUnit && (await unitNameOf(db, collectionUnit, units)),
    cards: await cardsOf(db, applicationId),
    results: (filing?.results ?? []).map(({ sha256, title, pages, at }) => ({ sha256, title, pages, at })),
    dataAsOf: await db.device.dataAsOf(),
  }
}

const stepsOf = (filing: Filing | null) =>
  (filing?.steps ?? []).map(({ stepId, status, at, note }) => ({ stepId, status, at, note }))

async function serviceNameOf(db: ReadSet, code: string): Promise<string> {
  return findService(await db.settings.catalogue(), code)?.name ?? code
}

async function clockOf(
  db: ReadSet,
  application: Application | null,
  now: Instant,
): Promise<Pick<ApplicationStatusShown, 'clock' | 'clockSteps'>> {
  if (application === null) return { clock: null, clockSteps: [] }
  const { terms, register } = await db.promises.terms(application.collectionUnit)
  const facts = clockFactsOf(application, register)
  const clock = serviceClock(facts, terms, now)
  const steps = explainClock(facts, terms, now)
  return {
    clock: clock.state === 'none' ? null : { ...clock, grounds: [...clock.grounds] },
    clockSteps: steps.map(({ code, values }) => ({ code, values: { ...values } })),
  }
}

async function cardsOf(db: ReadSet, applicationId: string): Promise<ApplicationStatusShown['cards']> {
  const shown: ApplicationStatusShown['cards'] = []
  for (const { row } of await cardsOfApplication(db, applicationId))
    shown.push({ cardId: row.id, kind: row.kind, state: row.state, unitName: await unitNameOf(db, row.scope) })
  return shown
}
