import { expect, test } from 'vitest'
import type { BaseRows } from '../../electron/engine/wiring.ts'
import { Witness } from './witness.ts'

const cursor = (seq: number) => Buffer.from(JSON.stringify({ v: 1, at: { here: seq } })).toString('base64url')

/** A device that stands at change 3 and commits one page: these changes, and the cursor after them. What the witness says of it. */
async function told(seqs: readonly number[], to: number): Promise<string[]> {
  const complaints: string[] = []
  const witness = new Witness((what) => complaints.push(what))
  witness.standsAt(cursor(3))
  const rows: Pick<BaseRows, 'apply'> = { apply: async () => new Set<string>() }
  witness.began()
  const changes = seqs.map((seq) => ({ scope: 'here', seq, entity: 'card', id: 'K', version: seq, row: null }))
  await witness.watching(rows).apply({} as never, changes, 0)
  witness.wrote('INSERT INTO sync_state (name, value) VALUES (?, ?)', ['cursor:here', JSON.stringify(cursor(to))])
  expect(complaints).toEqual([])
  witness.committed()
  return complaints
}

test('a cursor that moves with every change it passes is no news', async () => {
  expect(await told([4, 5, 6], 6)).toEqual([])
  expect(await told([], 3)).toEqual([])
})

test('a cursor that moves past a change that was not written with it is told at that commit', async () => {
  expect(await told([4, 6], 6)).toEqual(['the cursor of here moved from 3 to 6 with the changes 4,6'])
  expect(await told([], 4)).toEqual(['the cursor of here moved from 3 to 4 with the changes none'])
})
