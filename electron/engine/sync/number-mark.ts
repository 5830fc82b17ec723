import { randomInt } from 'node:crypto'
import { statSync } from 'node:fs'
import type { WriteDb } from '../database/handles.ts'
import type { Store } from '../database/store.ts'
import { recall, remember } from './sync-state.ts'

/** Letters and digits that are not mistaken for each other on paper. */
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/**
 * While nobody knows whether this is the device or an earlier state of it, its numbers carry a mark by chance: `…-02.X7KQ/2026`. So a number that the lost life may have
 * printed does not come again. Keeps the mark that is there.
 */
export async function markNumbers(trx: WriteDb): Promise<void> {
  if (await recall(trx, 'number-mark')) return
  const mark = Array.from({ length: 3 }, () => signs[randomInt(signs.length)]).join('')
  await remember(trx, 'number-mark', `X${mark}`)
}

/** The centre has said that nothing is missing here, or has given another generation. */
export async function unmarkNumbers(trx: WriteDb): Promise<void> {
  if (await recall(trx, 'number-mark')) await remember(trx, 'number-mark', null)
}

/**
 * A database file that is another one than the last time was copied, or put back from a backup: its numbers are marked until the centre has been heard. Files that were
 * written over in place, and images of a whole disk, do not show it.
 */
export async function noticeMove(store: Store, file: string): Promise<void> {
  const { ino, birthtimeMs } = statSync(file, { bigint: true })
  const place = `${ino}/${birthtimeMs}`
  await store.inTransaction(async (trx) => {
    const before = await recall(trx, 'database-place')
    if (before === place) return
    await remember(trx, 'database-place', place)
    if (before !== null) await markNumbers(trx)
  })
}
