import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures/root.ts'
import { filesOf, holds, proofsIn } from './named-proofs.ts'

const documents = [
  'docs/features.md',
  'docs/privacy.md',
  'docs/security/threat-model.md',
  'docs/security/iso27001.md',
  'docs/security/incident.md',
]

const linesOf = (document: string) => readFileSync(join(root, document), 'utf8').split('\n')

describe.each(documents)('%s', (document) => {
  test('names only files that are there', () => {
    const named = linesOf(document).flatMap((line) => proofsIn(line).map(({ file }) => file))
    expect(named.filter((file) => filesOf(file).length === 0)).toEqual([])
  })

  test('names only tests that are in the file it names', () => {
    const proofs = linesOf(document).flatMap(proofsIn)
    const missing = proofs.flatMap(({ file, titles }) =>
      titles
        .filter((title) => filesOf(file).length > 0 && !holds(filesOf(file), title))
        .map((title) => `${file}: ${title}`),
    )
    expect(missing).toEqual([])
  })
})

test('each control of ISO 27001 that is called met names a file or a test', () => {
  const met = linesOf('docs/security/iso27001.md').filter((line) => line.split('|')[3]?.trim() === 'met')
  expect(met.length).toBeGreaterThan(20)
  expect(met.filter((line) => proofsIn(line).length === 0)).toEqual([])
})
