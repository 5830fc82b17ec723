import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { toldByKng } from '#shared/domain/filing/step.ts'
import type { Db } from '../database/open-database.ts'
import { followingFilings } from '../sync/following-filings.ts'
import { lockInOrder } from '../sync/lock-scopes.ts'
import { readRow } from '../sync/read-row.ts'
import { directRows, type RowAccess } from '../sync/row-access.ts'
import type { CourseStep } from './kng-messages.ts'
import { cardsTold } from './made-cards.ts'
import { owe } from './owed.ts'

/** Steps of one application, oldest first. */
export interface Told {
  readonly ref: string
  readonly kngNumber: string
  readonly steps: readonly CourseStep[]
}

/** Where the rows of these applications lie. Locked before anything is read. */
export async function lockTold(trx: Db, told: readonly Told[]): Promise<void> {
  const scopes: string[] = []
  for (const { ref } of told) {
    const filing = await readRow(trx, 'filing', ref)
    if (filing) scopes.push(filing.scope, ...(filing.collectionUnit === null ? [] : [filing.collectionUnit]))
  }
  await lockInOrder(trx, scopes)
}

/**
 * What KNG tells becomes rows: the course of the application, its promise, its cards, and what is still to be fetched. Told twice it happens once. An application that is not here
 * (KNG has others, and a restored centre does not have them all yet) is passed over: whoever files it is answered with its whole course. Returns the scopes that moved.
 */
export async function takeCourse(trx: Db, { ref, kngNumber, steps }: Told, at: string): Promise<readonly string[]> {
  const rows = directRows(trx, at)
  const before = (await rows.one('filing', ref)) as Filing | null
  if (before === null) return []
  const filing = steps.reduce(withStep, before.kngNumber === null ? { ...before, kngNumber } : before)
  if (filing === before) return []
  const changed: RowChange[] = [{ entity: 'filing', id: ref, row: filing }]
  const following = await followingFilings(rows, changed, at)
  const cards = await cardsTold(rows, filing, applicationIn(following), steps)
  await put(rows, [...changed, ...following, ...cards])
  const results = steps.flatMap((step) => step.results ?? [])
  const lines = results.map((content) => ({ id: `result:${ref}:${content.sha256}`, kind: 'result' as const, content }))
  await owe(trx, { scope: filing.scope, filingId: ref }, lines, at)
  return [...new Set([filing.scope, ...cards.map(({ row }) => row.scope)])]
}

export const withStep = (filing: Filing, { stepId, status, at, note, about, overrules }: CourseStep): Filing =>
  toldByKng(filing, { stepId, status, at, note, by: 'kng', ...(about && { about }) }, overrules)

const applicationIn = (changed: readonly RowChange[]): Application | null =>
  changed.flatMap(({ entity, row }) => (entity === 'application' ? [row as Application] : []))[0] ?? null

async function put(rows: RowAccess, changed: readonly RowChange[]): Promise<void> {
  await rows.write(changed.map(({ entity, id, row }) => ({ scope: row.scope, entity, id, row })))
}
