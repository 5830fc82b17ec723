import type { Standing } from '#shared/contract/sync/protocol.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { firstRow, run } from '../database/sql.ts'
import type { News } from './centre-news.ts'
import { placesToFetch } from './fetch-history.ts'
import type { Link } from './link.ts'
import { unmarkNumbers } from './number-mark.ts'
import { positionOf } from './position.ts'
import { recall, remember } from './sync-state.ts'

/** What came out of holding the centre's memory of this device against its own. */
export interface Compared {
  /** The centre knows later numbers of this generation, or others under the same: this device was put back to an earlier state. */
  readonly restored: boolean
}

/**
 * Holds where the centre stands against what is here. A centre that forgot (it was restored from a backup) gets again what it had acknowledged: the marks of what it
 * has go back. One whose database was put back since is given every file again that is still here, and the sealed key. One that has more of an earlier
 * life (a newer backup was put back) is asked for it.
 */
export async function compareStanding(link: Link, news: News): Promise<Compared> {
  const { store, log } = link.config
  const { generation } = link.device.identity
  let restored = false
  const lacking: Standing['chains'] = []
  await store.inTransaction(async (trx) => {
    for (const chain of news.standing.chains) {
      const commands = await compareChain(trx, 'command', chain.generation, chain.seq, chain.hash, news.answered)
      const audit = await compareChain(
        trx,
        'audit_entry',
        chain.generation,
        chain.auditSeq,
        chain.auditHash,
        news.auditSent,
      )
      if (chain.generation === generation) restored ||= commands.behind || audit.behind
      else if (commands.behind) lacking.push(chain)
      if (commands.sendAfter !== null) await lower(trx, 'answered-up-to', commands.sendAfter)
      if (audit.sendAfter !== null) await lower(trx, 'audit-sent-up-to', audit.sendAfter)
    }
    const before = await recall(trx, 'incarnation')
    if (before !== null && before !== news.standing.incarnation) await askVerdictsAgain(trx)
    await doubtFiles(trx, news)
    if (!restored) await unmarkNumbers(trx)
    if (!restored && lacking.length > 0) await fetchEarlier(trx, generation, lacking)
  })
  if (restored) log.info('device-restored', { generation })
  return { restored }
}

/** What a new generation would fetch on its way in, for a device that is in its own already. */
async function fetchEarlier(trx: WriteDb, generation: number, lacking: Standing['chains']): Promise<void> {
  const before = (await recall(trx, 'healing')) ?? { reason: 'restored', generation, fetch: [], resent: 0, fetched: 0 }
  const places = await placesToFetch(trx, lacking)
  const others = before.fetch.filter((one) => !places.some((place) => place.generation === one.generation))
  await remember(trx, 'healing', { ...before, fetch: [...others, ...places] })
}

interface ChainCompared {
  /** Here is less than the centre has. */
  readonly behind: boolean
  /** Position after which everything has to be sent again; null: the centre has what it acknowledged. */
  readonly sendAfter: number | null
}

async function compareChain(
  db: ReadDb,
  table: 'command' | 'audit_entry',
  generation: number,
  seq: number,
  hash: string,
  acknowledged: number,
): Promise<ChainCompared> {
  const start = positionOf(generation, 0)
  const end = start + seq
  const last = await firstRow<{ last: number | null }>(
    db,
    `SELECT max(position) AS last FROM ${table} WHERE position > ? AND position < ?`,
    start,
    positionOf(generation + 1, 0),
  )
  const ownEnd = last?.last ?? start
  if (end > ownEnd) return { behind: true, sendAfter: null }
  const own =
    seq === 0 ? null : await firstRow<{ hash: string }>(db, `SELECT hash FROM ${table} WHERE position = ?`, end)
  const same = seq === 0 || own?.hash === hash
  const mark = Math.min(acknowledged, ownEnd)
  // Acknowledged, and yet another history: nothing that the centre said of this generation holds any more.
  if (!same) return { behind: false, sendAfter: mark >= end ? start : null }
  return { behind: false, sendAfter: mark > end ? end : null }
}

async function lower(trx: WriteDb, mark: 'answered-up-to' | 'audit-sent-up-to', to: number): Promise<void> {
  const before = (await recall(trx, mark)) ?? 0
  if (to < before) await remember(trx, mark, to)
}

/**
 * A disk from before a restore of the centre keeps verdicts that were given anew since, and nothing that it lacks shows it. The commands of the last 30 days before its last verdict are
 * sent once more: an earlier backup of a centre is none.
 */
async function askVerdictsAgain(trx: WriteDb): Promise<void> {
  const lately = await firstRow<{ first: number | null }>(trx, decidedLately)
  if (lately?.first) await lower(trx, 'answered-up-to', lately.first - 1)
}

const decidedLately = `SELECT min(position) AS first FROM command
  WHERE julianday(decided_at) >= (SELECT julianday(max(decided_at)) - 30 FROM command)`

/** Files, and the sealed key, that the centre may have forgotten: its database was put back, or the last file that it took of this device is another one. */
async function doubtFiles(trx: WriteDb, { standing, lastBlob }: News): Promise<void> {
  const before = await recall(trx, 'incarnation')
  const isAnother = before !== null && before !== standing.incarnation
  if (before !== standing.incarnation) await remember(trx, 'incarnation', standing.incarnation)
  if (standing.keyKept === false) await run(trx, 'UPDATE device SET key_kept_at = NULL')
  if (!isAnother && (standing.lastBlob === undefined || standing.lastBlob === lastBlob)) return
  const blobs = await firstRow<{ last: number | null }>(trx, 'SELECT max(key) AS last FROM blob')
  await remember(trx, 'blobs-doubted-up-to', blobs?.last ?? 0)
  await remember(trx, 'last-blob', standing.lastBlob ?? null)
  await run(trx, 'UPDATE blob SET at_centre = 0')
}
