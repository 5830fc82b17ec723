import type { EntityName, RowIn } from '#shared/contract/sync/rows.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Db } from '../database/open-database.ts'
import { nameOf, type Place, parsed, readPlaces, readRowsByKeys } from './read-row.ts'
import type { RowAccess } from './row-access.ts'
import { keysOf } from './row-keys.ts'
import { type RowToWrite, writeRows } from './write-row.ts'

/**
 * The rows that several acts of one transaction need, read at once and kept, and what they write, put down at once by `flush`. Only for acts that read rows
 * in no other way, `locked`, the scopes whose locks are held: nobody else can change what is kept here.
 */
export class RowsTogether implements RowAccess {
  readonly #trx: Db
  readonly #at: string
  readonly #locked: ReadonlySet<string>
  /** null: there is none. */
  readonly #known = new Map<string, RowChange | null>()
  /** Of rows that were asked for by name: where they are or were, before what is written here. */
  readonly #places = new Map<string, readonly Place[]>()
  /** Names of the rows that a key of an entity led to at any time. */
  readonly #led = new Map<string, Set<string>>()
  readonly #keysRead = new Set<string>()
  readonly #written = new Map<string, RowToWrite>()

  constructor(trx: Db, at: string, locked: ReadonlySet<string>) {
    this.#trx = trx
    this.#at = at
    this.#locked = locked
  }

  async one<E extends EntityName>(entity: E, id: string): Promise<RowIn<E> | null> {
    const [found] = await this.named([{ entity, id } as RowRef])
    return (found?.row as RowIn<E> | undefined) ?? null
  }

  async named(refs: readonly RowRef[]): Promise<readonly RowChange[]> {
    const missing = refs.filter((ref) => !this.#known.has(nameOf(ref)))
    for (const ref of missing) this.#known.set(nameOf(ref), null)
    if (missing.length > 0) await this.#readNamed(missing)
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
    const names = entities.flatMap((entity) => keys.flatMap((key) => [...(this.#led.get(`${entity} ${key}`) ?? [])]))
    const known = [...new Set(names)].flatMap((name) => this.#known.get(name) ?? [])
    return known.filter(led).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async write(rows: readonly RowToWrite[]): Promise<void> {
    for (const one of rows) {
      this.#keep([{ entity: one.entity, id: one.id, row: one.row } as RowChange])
      this.#written.set(nameOf(one), one)
    }
  }

  /** A row that several acts changed gets one new version, its last. */
  async flush(): Promise<void> {
    await writeRows(this.#trx, [...this.#written.values()], this.#at, this.#heldPlaces())
    this.#written.clear()
    this.#places.clear()
  }

  async #readNamed(refs: readonly RowRef[]): Promise<void> {
    const places = await readPlaces(this.#trx, refs)
    for (const { entity, id } of refs) {
      const found = places.get(nameOf({ entity, id })) ?? []
      this.#places.set(nameOf({ entity, id }), found)
      this.#keep(found.flatMap(({ row }) => (row === null ? [] : [parsed({ entity, id, row })])))
    }
  }

  /** A version that was read elsewhere may have grown since. */
  #heldPlaces(): ReadonlyMap<string, readonly Place[]> {
    return new Map([...this.#places].filter(([, places]) => places.every(({ scope }) => this.#locked.has(scope))))
  }

  #keep(found: readonly RowChange[]): void {
    for (const row of found) {
      this.#known.set(nameOf(row), row)
      for (const key of keysOf(row.entity, row.row)) {
        const led = this.#led.get(`${row.entity} ${key}`)
        if (led) led.add(nameOf(row))
        else this.#led.set(`${row.entity} ${key}`, new Set([nameOf(row)]))
      }
    }
  }
}
