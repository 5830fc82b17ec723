import type { RowTypes } from '#shared/domain/act/row-types.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { ClockColumns } from '#shared/domain/service-clock/clock-columns.ts'
import type { CardCentreState, CentreState, ThingName } from '../../usecases/stores.ts'
import type { Store } from '../store.ts'
import {
  applicationColumns,
  applicationValues,
  cardColumns,
  cardValues,
  caseColumns,
  caseValues,
  handoverColumns,
  handoverValues,
  searchWords,
} from './projected-columns.ts'
import { isThing, thingColumns } from './thing-columns.ts'

/** Writes what the screens search in. `projected` null: the row equals the base row. */
export interface ProjectionTables {
  card(row: Card, centre: CardCentreState, projected: string | null): void
  application(row: Application, clock: ClockColumns): void
  handover(row: Handover, centre: CardCentreState, projected: string | null): void
  case(row: Case, centre: CentreState, projected: string | null): void
  thing<E extends ThingName>(entity: E, row: RowTypes[E], centre: CentreState, projected: string | null): void
  remove(entity: string, id: string): void
}

const upsert = (table: string, columns: readonly string[]) => {
  const all = ['id', ...columns, 'centre', 'projected']
  const update = all.slice(1).map((column) => `${column} = excluded.${column}`)
  return `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${update.join(', ')}`
}

const tableOf: Readonly<Record<string, string>> = {
  card: 'card',
  application: 'application',
  handover: 'handover',
  case: 'case_file',
}

/** Statements are prepared once; every call runs inside the transaction of the caller. */
export function projectionTables(store: Store): ProjectionTables {
  const applications = store.prepare(upsert('application', applicationColumns))
  const cases = store.prepare(upsert('case_file', caseColumns))
  const things = store.prepare(
    'INSERT OR REPLACE INTO thing (entity, id, state, at, about, centre, projected) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const keep = keyWriter(store)
  return {
    card: cardWriter(store),
    application: (row, clock) => {
      applications.run(row.id, ...applicationValues(row, clock), 'recorded', null)
    },
    handover: handoverWriter(store),
    case: (row, centre, projected) => {
      cases.run(row.id, ...caseValues(row), centre, projected)
    },
    thing: (entity, row, centre, projected) => {
      const { state, at, about, keys } = thingColumns(entity, row)
      things.run(entity, row.id, state, at, about, centre, projected)
      if (keys) keep(entity, row.id, keys)
    },
    remove: remover(store),
  }
}

/** Nearly always only what the centre says of it is new: then none of the indexes is written. */
function handoverWriter(store: Store): ProjectionTables['handover'] {
  const same = handoverColumns.map((column) => `${column} = ?`).join(' AND ')
  const answered = store.prepare(`UPDATE handover SET centre = ?, projected = ? WHERE id = ? AND ${same}`)
  const write = store.prepare(upsert('handover', handoverColumns))
  return (row, centre, projected) => {
    const values = handoverValues(row)
    if (answered.run(centre, projected, row.id, ...values).changes === 0)
      write.run(row.id, ...values, centre, projected)
  }
}

/** The keys of a thing as they are now. Only kinds that have keys come here. */
function keyWriter(store: Store): (entity: string, id: string, keys: readonly string[]) => void {
  const clear = store.prepare('DELETE FROM thing_key WHERE entity = ? AND id = ?')
  const add = store.prepare('INSERT OR IGNORE INTO thing_key (entity, key, id) VALUES (?, ?, ?)')
  return (entity, id, keys) => {
    clear.run(entity, id)
    for (const key of keys) add.run(entity, key, id)
  }
}

type FoundCard = Readonly<Record<(typeof cardColumns)[number] | 'centre', unknown>> & { readonly key: number }

const searched = new Set<string>(['owner_name', 'owner_nik', 'kitir_loose'])

function cardWriter(store: Store): ProjectionTables['card'] {
  const find = store.prepare(`SELECT key, centre, ${cardColumns.join(', ')} FROM card WHERE id = ?`)
  const insert = store.prepare(
    `INSERT INTO card (id, ${cardColumns.join(', ')}, centre) VALUES (?, ${cardColumns.map(() => '?').join(', ')}, ?)`,
  )
  const project = store.prepare(`INSERT INTO card_projected (key, row) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET row = excluded.row WHERE row <> excluded.row`)
  const unproject = store.prepare('DELETE FROM card_projected WHERE key = ?')
  const index = store.prepare('INSERT OR REPLACE INTO card_search (rowid, name, nik, kitir) VALUES (?, ?, ?, ?)')
  return (row, centre, projected) => {
    const [found] = find.all(row.id) as FoundCard[]
    const values = cardValues(row)
    if (!found) {
      const { lastId } = insert.run(row.id, ...values, centre)
      if (projected !== null) project.run(lastId, projected)
      index.run(lastId, ...searchWords(row))
      return
    }
    const changed = updateChanged(store, found, [...values, centre])
    if (projected === null) unproject.run(found.key)
    else project.run(found.key, projected)
    if (changed.some((column) => searched.has(column))) index.run(found.key, ...searchWords(row))
  }
}

/** Sets only what differs: SQLite writes the index of every column that is set, changed or not. */
function updateChanged(store: Store, found: FoundCard, values: readonly (string | null)[]): readonly string[] {
  const columns = [...cardColumns, 'centre'] as const
  const changed = columns.map((column, at) => ({ column, value: values[at] ?? null }))
  const different = changed.filter(({ column, value }) => found[column] !== value)
  if (different.length === 0) return []
  const sets = different.map(({ column }) => `${column} = ?`).join(', ')
  store.prepare(`UPDATE card SET ${sets} WHERE key = ?`).run(...different.map(({ value }) => value), found.key)
  return different.map(({ column }) => column)
}

function remover(store: Store): ProjectionTables['remove'] {
  const unproject = store.prepare('DELETE FROM card_projected WHERE key = (SELECT key FROM card WHERE id = ?)')
  const unindex = store.prepare('DELETE FROM card_search WHERE rowid = (SELECT key FROM card WHERE id = ?)')
  const removals = new Map(
    Object.entries(tableOf).map(([entity, table]) => [entity, store.prepare(`DELETE FROM ${table} WHERE id = ?`)]),
  )
  const removeThing = store.prepare('DELETE FROM thing WHERE entity = ? AND id = ?')
  const removeKeys = store.prepare('DELETE FROM thing_key WHERE entity = ? AND id = ?')
  return (entity, id) => {
    if (isThing(entity)) {
      removeThing.run(entity, id)
      removeKeys.run(entity, id)
    }
    if (entity === 'card') {
      unproject.run(id)
      unindex.run(id)
    }
    removals.get(entity)?.run(id)
  }
}
