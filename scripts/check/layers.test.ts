import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../setup/root.mjs'

let project = ''
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'layers-'))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

const wrong: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['shared-knows-nobody', 'shared/contract/a.ts', 'electron/engine/b.ts'],
  ['domain-knows-only-the-domain', 'shared/domain/card/a.ts', 'shared/contract/b.ts'],
  ['renderer-knows-only-shared', 'renderer/features/scan/a.ts', 'electron/engine/b.ts'],
  ['electron-knows-only-shared', 'electron/engine/a.ts', 'renderer/app/b.ts'],
  ['server-knows-only-shared', 'server/routes/a.ts', 'electron/engine/b.ts'],
  ['shell-knows-no-engine', 'electron/main/a.ts', 'electron/engine/b.ts'],
  ['use-cases-know-no-adapter', 'electron/engine/usecases/a.ts', 'electron/engine/database/b.ts'],
  ['port-calls-only-use-cases', 'electron/engine/port/a.ts', 'electron/engine/sync/b.ts'],
  ['features-know-no-other-feature', 'renderer/features/scan/a.ts', 'renderer/features/cards/b.ts'],
]

test.each(wrong)('%s: %s must not import %s', (rule, from, to) => {
  write(to, 'export const there = 1\n')
  write(from, `import { there } from '${pathBetween(from, to)}'\nexport const here = there\n`)
  expect(rulesBroken()).toEqual([rule])
})

test('an import of a type alone counts as an import', () => {
  write('electron/engine/b.ts', 'export type There = 1\n')
  write('renderer/app/a.ts', "import type { There } from '../../electron/engine/b.ts'\nexport type Here = There\n")
  expect(rulesBroken()).toEqual(['renderer-knows-only-shared'])
})

test('the engine must not import electron, nor any file but one the SQLite add-on', () => {
  for (const name of ['electron', 'better-sqlite3']) write(`node_modules/${name}/index.js`, 'export const it = 1\n')
  write('electron/engine/a.ts', "import { it } from 'electron'\nexport const here = it\n")
  write('electron/engine/c.ts', "import { it } from 'better-sqlite3'\nexport const here = it\n")
  write('electron/engine/database/open.ts', "import { it } from 'better-sqlite3'\nexport const here = it\n")
  expect(rulesBroken()).toEqual(['engine-runs-without-electron', 'one-file-opens-sqlite', 'one-folder-shows-windows'])
})

test('two files that import each other are a cycle', () => {
  write('server/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
  write('server/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
  expect(rulesBroken()).toEqual(['no-cycle'])
})

test('what the architecture allows passes', () => {
  write('shared/domain/b.ts', 'export const there = 1\n')
  for (const from of ['renderer/app/a.ts', 'electron/engine/usecases/a.ts', 'server/a.ts'])
    write(from, `import { there } from '${pathBetween(from, 'shared/domain/b.ts')}'\nexport const here = there\n`)
  expect(rulesBroken()).toEqual([])
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), text)
}

function pathBetween(from: string, to: string): string {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** Names of the rules that the real configuration finds broken in the small project, sorted, each once. */
function rulesBroken(): readonly string[] {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const folders = ['shared', 'renderer', 'electron', 'server']
  for (const folder of folders) mkdirSync(join(project, folder), { recursive: true })
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders]
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  const { summary }: { summary: { violations: readonly { rule: { name: string } }[] } } = JSON.parse(stdout)
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort()
}
