import { limits } from '#shared/contract/sync/protocol.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import type { Centre } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { keepBlob, readWholeBlob } from '../sync/blob-store.ts'
import { directRows } from '../sync/row-access.ts'
import type { Result } from './kng-messages.ts'
import type { KngPort } from './kng-port.ts'
import type { Owed } from './owed.ts'
import type { Told } from './take-course.ts'

type Line = Pick<Tables['kng_outbox'], 'id' | 'scope' | 'filing_id'>

/** What became of one line: what KNG answered, and what of it belongs into the same transaction. */
export interface Dealt {
  readonly told: Told | null
  readonly within?: (trx: Db, at: string) => Promise<readonly string[]>
}

/** It lies in this one line and not in KNG: others go on. */
export class NotYet extends Error {
  readonly code: string
  readonly afterSeconds: number

  constructor(code: string, afterSeconds: number) {
    super('not yet')
    this.code = code
    this.afterSeconds = afterSeconds
  }
}

const nothing: Dealt = { told: null }

/** Tells KNG one thing, or fetches one. Outside of any transaction: nothing here is changed. Throws `NotYet`, `KngUnavailable`, `KngRefused`. */
export async function dealWith(centre: Centre, kng: KngPort, line: Line, owed: Owed): Promise<Dealt> {
  const { id, filing_id: ref } = line
  switch (owed.kind) {
    case 'submit':
      return { told: await kng.submit(id, owed.content) }
    case 'repair':
      return { told: await kng.repair(id, ref, owed.content) }
    case 'withdraw':
      return { told: await kng.withdraw(id, ref, owed.content) }
    case 'kitir':
      await kng.renameKitir(id, ref, owed.content)
      return nothing
    case 'answer':
      await kng.answer(id, ref, owed.content)
      return nothing
    case 'document':
      return sendDocument(centre, kng, ref, owed.content.sha256)
    case 'result':
      return fetchResult(kng, line, owed.content)
  }
}

/** A device brings the act first and the documents when its line allows. */
async function sendDocument(centre: Centre, kng: KngPort, ref: string, sha256: string): Promise<Dealt> {
  const bytes = await readWholeBlob(centre.db, sha256)
  if (bytes === null) throw new NotYet('document-not-here', 15)
  await kng.sendDocument(ref, sha256, bytes)
  return nothing
}

async function fetchResult(kng: KngPort, { scope, filing_id }: Line, result: Result): Promise<Dealt> {
  const bytes = await kng.fetchResult(result.sha256)
  if (bytes.length > limits.blobBytes || sha256Hex(bytes) !== result.sha256) throw new NotYet('other-content', 60)
  return { told: null, within: (trx, at) => keepResult(trx, { scope, id: filing_id, result, bytes }, at) }
}

interface Kept {
  readonly scope: string
  readonly id: string
  readonly result: Result
  readonly bytes: Uint8Array
}

/** It can be had from the unit's desks from then on. */
async function keepResult(trx: Db, { scope, id, result, bytes }: Kept, at: string): Promise<readonly string[]> {
  await keepBlob(trx, { scope, sha256: result.sha256, bytes, from: 'kng', at })
  const rows = directRows(trx, at)
  const filing = (await rows.one('filing', id)) as Filing | null
  if (!filing || filing.results.some(({ sha256 }) => sha256 === result.sha256)) return []
  await rows.write([{ scope, entity: 'filing', id, row: { ...filing, results: [...filing.results, result] } }])
  return [scope]
}
