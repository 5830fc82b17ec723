import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ontoDisk } from '../database/backup/copy-database.ts'
import { inWorker } from '../database/in-worker.ts'
import { openStore } from '../database/open.ts'
import { putInPlace, readyName } from '../database/put-in-place.ts'
import { identityFrom } from '../sync/device-record.ts'
import type { FileToRead, KeyKeeper } from '../usecases/ports.ts'
import type { RebuildPlace } from './rebuild.ts'
import type { Reckoned } from './reckon.ts'
import { NoKeyOpens, opens } from './renew-key.ts'
import { rescue } from './rescue.ts'
import { takeNewGeneration } from './take-new-generation.ts'

const pieceBytes = 1_048_576

/**
 * Makes this computer the device whose backup was brought: the key that opens it is kept here from now on, the empty database gives way. It is another life of that device, so it takes a new
 * generation with the first connection, and its numbers are marked until then (ADR 20). Throws NoKeyOpens, and what the disk or the file throws; then all is as it was.
 */
export async function bringDevice(
  place: Omit<RebuildPlace, 'key'>,
  from: FileToRead,
  candidates: readonly Uint8Array[],
  keys: KeyKeeper,
): Promise<{ readonly key: Uint8Array; readonly reckoned: Reckoned }> {
  const brought = join(dirname(place.file), 'brought.db')
  try {
    await copyHere(from, brought)
    const key = candidates.find((candidate) => opens(brought, candidate))
    if (!key) throw new NoKeyOpens('none of the keys opens the file')
    const reckoned = await madeWhole({ ...place, file: brought, key })
    await keys.keep(key)
    renameSync(brought, readyName(place.file))
    putInPlace(place.file, place.now)
    return { key, reckoned }
  } finally {
    for (const end of ['', '-wal', '-shm', '.check', '.last']) rmSync(`${brought}${end}`, { force: true })
  }
}

async function copyHere(from: FileToRead, to: string): Promise<void> {
  const out = createWriteStream(to, { mode: 0o600 })
  try {
    for (let at = 0; at < from.size; ) {
      const piece = await from.read(at, pieceBytes)
      if (piece.length === 0) break
      if (!out.write(piece)) await once(out, 'drain')
      at += piece.length
    }
  } finally {
    out.end()
    await finished(out)
    await from.close()
  }
  ontoDisk(to)
}

async function madeWhole(place: RebuildPlace): Promise<Reckoned> {
  const { file, key, sqliteBinding, now } = place
  const found = await inWorker({ do: 'check', from: { file, key, sqliteBinding } })
  const rebuilt = found === null ? null : await rescue(place, { way: 'repair' })
  const store = await openStore({ file, key, sqliteBinding, now })
  try {
    return await store.inTransaction(async (trx) => {
      const device = await trx.selectFrom('device').select('identity').executeTakeFirst()
      const identity = device?.identity ? identityFrom(device.identity) : null
      if (identity) await takeNewGeneration(trx, identity.generation)
      const open = await trx.selectFrom('command').select('position').where('verdict', 'is', null).execute()
      return rebuilt ?? { enrolled: identity !== null, waiting: open.length, lost: '', lostCount: 0, lostFiles: 0 }
    })
  } finally {
    await store.close()
  }
}
