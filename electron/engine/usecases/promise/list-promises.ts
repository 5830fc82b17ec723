import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import { auditSearch } from '../card/audit-search.ts'
import type { PromiseMoments } from '../clock-views.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { ReadSet } from '../stores.ts'
import { promiseLine } from './promise-line.ts'

/** The promises of this unit by urgency; the clock's columns find them, the clock itself says how each stands now. */
export async function listPromises(
  deps: Deps,
  input: ParsedInputOf<'promise.list'>,
  who: Who,
): Answer<OutputOf<'promise.list'>> {
  const now = deps.clock.now()
  const answer = await deps.reading(async (db) => {
    const at = await moments(db, now)
    const { rows, total } = await db.promises.page(input, at)
    const lines = []
    for (const row of rows) lines.push(await promiseLine(db, row, now))
    const counts = await db.promises.counts(input.search, at)
    return { rows: lines, total, counts, now, dataAsOf: await db.device.dataAsOf() }
  })
  auditSearch(deps, input.search, answer.total, who)
  return ok(answer)
}

/** The first instant by which more office time than "soon" will have passed: what is due before it is due soon. */
export async function moments(db: ReadSet, now: Instant): Promise<PromiseMoments> {
  const device = await db.device.current()
  const { terms } = await db.promises.terms(device?.homeScope ?? '')
  const soonMs = terms.rules.dueSoonOfficeMinutes * 60_000
  const until = terms.plan.afterOfficeTime(Date.parse(now), soonMs + 1)
  return { now, soonUntil: until === null ? now : new Date(until).toISOString() }
}
