import type { ReadDb } from '../database/handles.ts'
import type { Store } from '../database/store.ts'
import type { BlobReads, Blobs } from '../usecases/stores.ts'
import { sha256 } from './envelope.ts'

/** Puts bytes into the encrypted database, once per content. Use the returned function inside `Store.inTransaction` only. */
export function openBlobStore(store: Store): Blobs['put'] {
  const insert = store.prepare(
    'INSERT INTO blob (sha256, mime, size, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  return async (bytes, mime) => {
    const hash = sha256(bytes)
    insert.run(hash, mime, bytes.length, bytes)
    return hash
  }
}

/** Bytes that the centre gave: nothing to send, and erased like everything that the centre has. */
export function openFetchedStore(store: Store): Blobs['keepFetched'] {
  const insert = store.prepare(
    'INSERT INTO blob (sha256, mime, size, bytes, at_centre) VALUES (?, ?, ?, ?, 1) ON CONFLICT (sha256) DO NOTHING',
  )
  return async (bytes, mime) => void insert.run(sha256(bytes), mime, bytes.length, bytes)
}

export const blobReads = (db: ReadDb): BlobReads => ({
  async get(hash) {
    const row = await db.selectFrom('blob').select('bytes').where('sha256', '=', hash).executeTakeFirst()
    return row?.bytes ?? null
  },
  async unsent(hash) {
    const row = await db.selectFrom('blob').select('at_centre').where('sha256', '=', hash).executeTakeFirst()
    return row?.at_centre === 0
  },
})
