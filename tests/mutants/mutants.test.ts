import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures/root.ts'
import { staleness } from './mutant.ts'
import { mutants } from './mutants.ts'

const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null)

// That each of them is killed is shown by `npm run mutants`, which takes minutes.
describe.each(mutants.map((mutant) => [mutant.name, mutant] as const))('mutant "%s"', (_, { edits, killedBy }) => {
  test('can still be made', () => {
    expect(edits.map((edit) => staleness(edit, read)).filter((problem) => problem !== null)).toEqual([])
  })

  test('names a test that is there', () => {
    expect(read(killedBy.file) ?? '').toContain(killedBy.test)
  })
})

test('no two mutants have one name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
