import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../fixtures/root.ts'
import { type Mutant, staleness } from './mutant.ts'

const folders = ['shared', 'electron', 'renderer', 'resources', 'server', 'scripts', 'tests']
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts']

const report = z.looseObject({
  testResults: z.array(
    z.looseObject({
      name: z.string(),
      assertionResults: z.array(z.looseObject({ title: z.string(), fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** How each test that ran came out, by file (from the root) and title. */
export interface TestRun {
  readonly tests: readonly { readonly file: string; readonly title: string; readonly status: string }[]
  readonly output: string
}

/** A copy of the project as it stands, in which files may be broken. `node_modules` is the project's own. */
export class Tree {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** `number`: of copies that are used at the same time, each has its own. */
  static copy(number: number): Tree {
    const folder = join(root, 'out', 'mutants', `tree-${number}`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const one of [...folders, ...files]) cpSync(join(root, one), join(folder, one), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    return new Tree(folder)
  }

  /** Runs something with the mutant in place. Throws when one of its edits no longer fits. */
  async with<T>({ edits }: Pick<Mutant, 'edits'>, run: () => Promise<T>): Promise<T> {
    const before = new Map<string, string>()
    try {
      for (const edit of edits) {
        const problem = staleness(edit, (file) => this.#read(file))
        if (problem) throw new Error(problem)
        const text = this.#read(edit.file) ?? ''
        if (!before.has(edit.file)) before.set(edit.file, text)
        // As a function: a `$` in the text is no placeholder.
        writeFileSync(
          join(this.#folder, edit.file),
          text.replace(edit.from, () => edit.to),
        )
      }
      return await run()
    } finally {
      for (const [file, text] of before) writeFileSync(join(this.#folder, file), text)
    }
  }

  #read(file: string): string | null {
    const path = join(this.#folder, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : null
  }

  /** The tests of one file whose titles begin with one of these, or hold it. */
  async test(file: string, titles: readonly string[]): Promise<TestRun> {
    const to = join(this.#folder, 'out', 'report.json')
    rmSync(to, { force: true })
    const pattern = titles.map(asPattern).join('|')
    const { output } = await this.#vitest([file, '-t', pattern, '--reporter=json', `--outputFile=${to}`])
    if (!existsSync(to)) return { tests: [], output }
    const { testResults } = report.parse(JSON.parse(readFileSync(to, 'utf8')))
    const tests = testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => ({ file, title, status })),
    )
    return { tests: tests.filter(({ title }) => new RegExp(pattern).test(title)), output }
  }

  #vitest(args: readonly string[]): Promise<{ readonly output: string }> {
    const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const fixed = [
      '--disable-warning=ExperimentalWarning',
      program,
      'run',
      '--root',
      this.#folder,
      '--maxWorkers=1',
      '--bail=1',
    ]
    const child = spawn(process.execPath, [...fixed, ...args], { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const endWithUs = () => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', () => {
        process.off('exit', endWithUs)
        resolve({ output })
      })
    })
  }
}

/** A title as vitest takes it: a regular expression, in which what the title leaves open (`%s`, `%i`, `$name`) is anything. */
const asPattern = (title: string) =>
  title
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%[sij]/g, '.*')
    .replace(/\\\$[a-z]+/g, '.*')
