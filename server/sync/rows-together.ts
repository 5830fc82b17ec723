import type { EntityName, RowIn } from '#shared/contract/sync/rows.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Db } from '../database/open-database.ts'
import { readRows, readRowsByKeys } from './read-row.ts'
import type { RowAccess } from './row-access.ts'
import { keysOf } from './row-keys.ts'
import { type RowToWrite, writeRows } from './write-row.ts'

const nameOf = ({ entity, id }: RowRef) => `${entity}/${id}`

/**
 * The rows that several acts of one transaction need, read at once and kept, and what they write, put down at once by `flush`. Only for acts that read rows
 * in no other way, with the locks of their scopes held: nobody else can change what is kept here.
 */
export class RowsTogether implements RowAccess {
  readonly #trx: Db
  readonly #at: string
  /** null: there is none. */
  readonly #known = new Map<string, RowChange | null>()
  readonly #keysRead = new Set<string>()
  readonly #written = new Map<string, RowToWrite>()

  constructor(trx: Db, at: string) {
    this.#trx = trx
    this.#at = at
  }

  async one<E extends EntityName>(entity: E, id: string): Promise<RowIn<E> | null> {
    const [found] = await this.named([{ entity, id } as RowRef])
    return (found?.row as RowIn<E> | undefined) ?? null
  }

  async named(refs: readonly RowRef[]): Promise<readonly RowChange[]> {
    const missing = refs.filter((ref) => !this.#known.has(nameOf(ref)))
    for (const ref of missing) this.#known.set(nameOf(ref), null)
    if (missing.length > 0) this.#keep(await readRows(this.#trx, missing))
    return refs.flatMap((ref) => this.#known.get(nameOf(ref)) ?? [])
  }

  async byKeys(entities: readonly EntityName[], keys: readonly string[]): Promise<readonly RowChange[]> {
    const missing = keys.filter((key) => entities.some((entity) => !this.#keysRead.has(`${entity} ${key}`)))
    if (missing.length > 0) {
      const found = await readRowsByKeys(this.#trx, entities, missing)
      // What was written since stands before what the database still has.
      this.#keep(found.filter((row) => !this.#written.has(nameOf(row))))
      for (const entity of entities) for (const key of missing) this.#keysRead.add(`${entity} ${key}`)
    }
    const led = (row: RowChange) =>
      entities.includes(row.entity) && keysOf(row.entity, row.row).some((key) => keys.includes(key))
    const known = [...this.#known.values()].filter((row): row is RowChange => row !== null && led(row))
    return known.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async write(rows: readonly RowToWrite[]): Promise<void> {
    for (const one of rows) {
      const change = { entity: one.entity, id: one.id, row: one.row } as RowChange
      this.#known.set(nameOf(change), change)
      this.#written.set(nameOf(change), one)
    }
  }

  /** A row that several acts changed gets one new version, its last. */
  async flush(): Promise<void> {
    await writeRows(this.#trx, [...this.#written.values()], this.#at)
    this.#written.clear()
  }

  #keep(found: readonly RowChange[]): void {
    for (const row of found) this.#known.set(nameOf(row), row)
  }
}
