import type { Store } from '../store.ts'
import type { DamagedFile } from './damaged-file.ts'
import { type Cell, readTreePage, type Value } from './records.ts'
import { findTablePages, type TablePages } from './table-pages.ts'

export type SalvagedRow = Readonly<Record<string, Value>>

/** Columns of a table in the order of its records, and which of them is the row's own number. */
export interface TableShape {
  readonly columns: readonly string[]
  readonly alias: number | null
}

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

/** As the tables are in a database of this program. Columns that came later stand last, so a row of an older one is the beginning of a row. */
export function shapeOf({ prepare }: Pick<Store, 'prepare'>, table: string): TableShape {
  const columns = prepare(`PRAGMA table_info(${table})`).all() as Column[]
  const keys = columns.filter(({ pk }) => pk > 0)
  const sole = keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0] : undefined
  return { columns: columns.map(({ name }) => name), alias: sole ? columns.indexOf(sole) : null }
}

/** Reads out of a damaged file what is left of it, row by row. */
export class Salvage {
  readonly #file: DamagedFile
  readonly #pages: TablePages
  readonly #whole = new Map<string, boolean>()

  constructor(file: DamagedFile) {
    this.#file = file
    this.#pages = findTablePages(file)
  }

  /** A tree could not be followed to its end. */
  get holes(): boolean {
    return this.#pages.holes
  }

  /** Are all pages of this table here, and do they open? */
  isWhole(table: string): boolean {
    const known = this.#whole.get(table)
    if (known !== undefined) return known
    const whole =
      !this.#pages.holes && this.#pages.of.has(table) && [...this.#cells(table, true)].every((cell) => cell?.values)
    this.#whole.set(table, whole)
    return whole
  }

  /** Every row that opens. */
  *rows(table: string, { columns, alias }: TableShape): Generator<SalvagedRow> {
    for (const cell of this.#cells(table)) {
      if (!cell?.values) continue
      const values = cell.values.map((value, at) => (at === alias ? cell.rowid : value))
      yield Object.fromEntries(columns.slice(0, values.length).map((name, at) => [name, values[at] ?? null]))
    }
  }

  /** Numbers of rows that are known to have been there, though their content does not open. */
  lostRows(table: string): readonly number[] {
    return [...this.#cells(table)].flatMap((cell) => (cell?.rowid && !cell.values ? [cell.rowid] : []))
  }

  /** Numbers of the rows that an index knows. */
  indexed(index: string): readonly number[] {
    return [...this.#cells(index)].flatMap((cell) => {
      const rowid = cell?.values?.at(-1)
      return typeof rowid === 'number' ? [rowid] : []
    })
  }

  /** Null for each page that does not open, where that is asked for. */
  *#cells(name: string, holes = false): Generator<Cell | null> {
    for (const number of this.#pages.of.get(name) ?? []) {
      const page = readTreePage(this.#file, number)
      if (page) yield* page.cells
      else if (holes) yield null
    }
  }
}
