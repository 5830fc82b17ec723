import { createHash } from 'node:crypto'
import { type EntityName, type RowIn, readableRow } from '#shared/contract/sync/rows.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { unitTerms } from '#shared/domain/service-clock/application-clock.ts'
import type { ClockTerms } from '#shared/domain/service-clock/clock-facts.ts'
import type { UnitTerms } from '../../usecases/clock-views.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'

export interface KnownTerms {
  /** Of the unit with this scope; each plan is made once. */
  termsOf(scope: string): UnitTerms
  /** Differs whenever one of the terms does. */
  readonly stamp: string
}

/** The terms as they were made last, by the engine's own pack. Holds nothing but what can be made again: a plan takes longer than all clocks of a list. */
const lastMade = new WeakMap<RegionPack, { readonly key: string; readonly known: KnownTerms }>()

/** What every clock here hangs on: the region's promise, the calendars of the units, the register of incidents. */
export async function clockTermsIn(db: ReadDb, seed: RegionPack): Promise<KnownTerms> {
  const region = await firstRow<{ value: string }>(db, "SELECT value FROM setting WHERE name = 'region'")
  const found = await rows<Found>(
    db,
    `SELECT entity, row FROM replica WHERE entity IN ('unit', 'office-calendar', 'incident') AND row IS NOT NULL
     ORDER BY entity, id`,
  )
  const key = [region?.value ?? '', ...found.map(({ row }) => row)].join('\n')
  const last = lastMade.get(seed)
  if (last?.key === key) return last.known
  const known = termsFrom(region ? JSON.parse(region.value) : seed, found)
  lastMade.set(seed, { key, known })
  return known
}

/** Raised when the same terms give other columns: a program that counts otherwise writes them anew when it starts. */
const countedAs = 2

function termsFrom(region: RegionPack, found: readonly Found[]): KnownTerms {
  const register = readable(found, 'incident')
  const units = new Map(readable(found, 'unit').map((unit) => [unit.scope, unit]))
  const calendars = new Map(readable(found, 'office-calendar').map((one) => [one.scope, one]))
  const stamp = createHash('sha256').update(JSON.stringify([countedAs, region.office, region.promise]))
  for (const { row } of found) stamp.update(row)
  const made = new Map<string, ClockTerms>()
  const termsOf = (scope: string) => {
    const unit = units.get(scope) ?? { scope, kind: 'kelurahan' as const, zone: region.zone }
    const terms = made.get(scope) ?? unitTerms(unit, region, calendars.get(scope) ?? null)
    made.set(scope, terms)
    return terms
  }
  return {
    termsOf: (scope) => ({ terms: termsOf(scope), register }),
    stamp: stamp.digest('hex'),
  }
}

interface Found {
  readonly entity: string
  readonly row: string
}

/** A row that this program cannot read stays out, as it does everywhere. */
const readable = <E extends EntityName>(found: readonly Found[], entity: E): readonly RowIn<E>[] =>
  found.flatMap((one) => (one.entity === entity ? (readableRow(entity, JSON.parse(one.row)) ?? []) : []))
