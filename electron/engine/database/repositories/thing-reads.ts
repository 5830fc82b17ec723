import type { RowTypes } from '#shared/domain/act/row-types.ts'
import type { CentreState, Seen, ThingFilter, ThingName, ThingReads } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'
import { seenThing } from './seen-rows.ts'

interface Found {
  readonly row: string
  readonly centre: CentreState
}

/** Things in their list: by state, by what they are about, by time. */
export function thingReadsIn(db: ReadDb): ThingReads {
  return {
    find: async <E extends ThingName>(entity: E, id: string) => {
      const found = await firstRow<Found>(db, `${seenThing} WHERE t.entity = ? AND t.id = ?`, entity, id)
      return found && seen<E>(found)
    },
    list: async <E extends ThingName>(entity: E, filter: ThingFilter = {}) => {
      const { where, values } = conditionOf(entity, filter)
      const order = filter.newestFirst ? 'DESC' : 'ASC'
      const sql = `${seenThing} WHERE ${where} ORDER BY t.at ${order}, t.id ${order} LIMIT ? OFFSET ?`
      const found = await rows<Found>(db, sql, ...values, filter.limit ?? -1, filter.offset ?? 0)
      return found.map((one) => seen<E>(one))
    },
    count: async (entity, filter = {}) => {
      const { where, values } = conditionOf(entity, filter)
      return (await firstRow<{ n: number }>(db, `SELECT count(*) AS n FROM thing t WHERE ${where}`, ...values))?.n ?? 0
    },
  }
}

const seen = <E extends ThingName>({ row, centre }: Found): Seen<RowTypes[E]> => ({ row: JSON.parse(row), centre })

const ofKey = 't.id IN (SELECT k.id FROM thing_key k WHERE k.entity = t.entity AND k.key'

function conditionOf(entity: ThingName, { states, about, key, keyStart, idStart, from, to }: ThingFilter) {
  const parts: [string, readonly string[]][] = [['t.entity = ?', [entity]]]
  if (states) parts.push([`t.state IN (${states.map(() => '?').join(', ')})`, states])
  if (about !== undefined) parts.push(['t.about = ?', [about]])
  if (key !== undefined) parts.push([`${ofKey} = ?)`, [key]])
  if (keyStart !== undefined) parts.push([`${ofKey} >= ? AND k.key < ?)`, [keyStart, `${keyStart}\u{10ffff}`]])
  if (idStart !== undefined) parts.push(['t.id >= ? AND t.id < ?', [idStart, `${idStart}\u{10ffff}`]])
  if (from) parts.push(['t.at >= ?', [from]])
  if (to) parts.push(['t.at < ?', [to]])
  return { where: parts.map(([part]) => part).join(' AND '), values: parts.flatMap(([, values]) => values) }
}
