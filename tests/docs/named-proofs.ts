import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures/root.ts'

/** What a document names as its proof: files, and the beginnings of the titles that stand behind a file. */
export interface Proof {
  readonly file: string
  /** Without the dots that end it. */
  readonly titles: readonly string[]
}

const isPath = (text: string) => /^[\w.{},*/-]+\.(?:e2e\.ts|test\.tsx?|ts|tsx|json|yml|yaml|md|cjs|mjs)$/.test(text)

/** The proofs that one line of a document names, in order. A title belongs to the files named last before it. */
export function proofsIn(line: string): readonly Proof[] {
  const found: { file: string; titles: string[] }[] = []
  for (const [, path, title] of line.matchAll(/`([^`]+)`|["“]([^"”]{12,})["”]/g)) {
    if (path !== undefined && isPath(path)) found.push({ file: path, titles: [] })
    else if (title !== undefined) found.at(-1)?.titles.push(title)
  }
  return found
}

/** The files of the project that a name in a document means: from the root, or of the tests in the real program by name alone. */
export function filesOf(name: string): readonly string[] {
  const within = name.endsWith('.e2e.ts') && !name.includes('/') ? `tests/e2e/${name}` : name
  return globSync(within, { cwd: root })
}

const parts = (title: string) =>
  title
    .split('…')
    .map((one) => plain(one))
    .filter((one) => one !== '')

const plain = (text: string) => text.replaceAll(/[’']/g, "'").replaceAll(/\\/g, '').replaceAll(/\s+/g, ' ').trim()

/** Does one of these files hold the title? A title is cut by "…" where a document leaves something out. */
export function holds(files: readonly string[], title: string): boolean {
  return files.some((file) => {
    const text = plain(readFileSync(join(root, file), 'utf8'))
    return parts(title).every((part) => text.includes(part))
  })
}
