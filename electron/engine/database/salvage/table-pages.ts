import type { DamagedFile } from './damaged-file.ts'
import { guessTable } from './guess-table.ts'
import { readTreePage } from './records.ts'

/** Which pages hold the rows of which table, or the entries of which index, as far as the file still tells. */
export interface TablePages {
  readonly of: ReadonlyMap<string, readonly number[]>
  /** Part of some tree could not be followed, or is of another moment than the rest, so that rows may be missing of which nothing is known. */
  readonly holes: boolean
}

/**
 * Follows every table and index from its root. Where a page between root and rows is gone, or the list of tables itself, every page that is left over is looked at: what its rows look
 * like says whose they are. Emptied pages hold nothing (`secure_delete`), so no row comes that was deleted.
 */
export function findTablePages(file: DamagedFile): TablePages {
  const search = new Search(file)
  const list = search.follow(1)
  // Tables stood on it of which not even the root is known.
  if (list.some((page) => readTreePage(file, page) === null)) search.holes = true
  for (const { name, root } of schemaRows(file, list)) search.add(name, search.follow(root))
  if (search.holes) search.lookAtTheRest(list)
  return { of: search.found, holes: search.holes }
}

class Search {
  readonly #file: DamagedFile
  readonly #seen = new Set<number>()
  readonly found = new Map<string, readonly number[]>()
  holes: boolean

  constructor(file: DamagedFile) {
    this.#file = file
    this.holes = file.mixed
  }

  add(name: string, pages: readonly number[]): void {
    this.found.set(name, [...(this.found.get(name) ?? []), ...pages])
  }

  /** Pages with rows or entries below a root, in their order. */
  follow(root: number): readonly number[] {
    if (this.#seen.has(root)) return []
    this.#seen.add(root)
    const page = readTreePage(this.#file, root)
    if (page === null) {
      this.holes = true
      return []
    }
    // Entries of an index stand between its children, too.
    const own = page.kind === 'table-inner' ? [] : [root]
    return [...own, ...this.#below(page.children)]
  }

  /** All children of a page are equally far from the leaves: one that opens speaks for those that do not. */
  #below(children: readonly number[]): readonly number[] {
    const known = children.map((child) => readTreePage(this.#file, child)).find((page) => page !== null)
    if (known?.kind === 'table-inner' || known?.kind === 'index-inner')
      return children.flatMap((child) => this.follow(child))
    // None opens: whether they were leaves, or led to some that are still there, nobody can say.
    if (known === undefined && children.length > 0) this.holes = true
    for (const child of children) this.#seen.add(child)
    return children
  }

  /** Pages that no tree led to. A list of tables among them is followed first. */
  lookAtTheRest(list: readonly number[]): void {
    const lists = this.#leftOver().filter((page) => this.#whose(page) === 'sqlite_schema')
    for (const { name, root } of schemaRows(
      this.#file,
      lists.filter((page) => !list.includes(page)),
    ))
      this.add(name, this.follow(root))
    for (const page of this.#leftOver()) {
      const table = this.#whose(page)
      if (table !== null) this.add(table, [page])
    }
  }

  #leftOver(): readonly number[] {
    return Array.from({ length: this.#file.pageCount }, (_, index) => index + 1).filter((page) => !this.#seen.has(page))
  }

  #whose(number: number): string | null {
    const page = readTreePage(this.#file, number)
    if (page?.kind !== 'table-leaf') return null
    for (const { values } of page.cells) {
      const table = values && guessTable(values)
      if (table) return table
    }
    return null
  }
}

function schemaRows(
  file: DamagedFile,
  pages: readonly number[],
): readonly { readonly name: string; readonly root: number }[] {
  const cells = pages.flatMap((page) => readTreePage(file, page)?.cells ?? [])
  return cells.flatMap(({ values }) => {
    const [, name, , root] = values ?? []
    return typeof name === 'string' && typeof root === 'number' && root > 0 ? [{ name, root }] : []
  })
}
