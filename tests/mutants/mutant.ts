/** One exact replacement: `from` stands in the file exactly once. */
export interface Edit {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A fault put into the product on purpose, and the test that must notice it. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
  readonly killedBy: {
    /** Test file, from the root of the project. */
    readonly file: string
    /** Beginning of the test's title or a part of it, as it stands in the file. */
    readonly test: string
  }
}

/** What keeps an edit from being made; null when it can be. `read`: text of a file of the tree, null when there is none. */
export function staleness(edit: Edit, read: (file: string) => string | null): string | null {
  const text = read(edit.file)
  if (text === null) return `${edit.file} is not there any more`
  const times = text.split(edit.from).length - 1
  if (times === 1) return null
  const found = times === 0 ? 'no longer stands' : `stands ${times} times`
  return `${edit.file}: what is to be replaced ${found}:\n${edit.from}`
}
