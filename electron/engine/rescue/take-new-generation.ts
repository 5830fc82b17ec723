import type { WriteDb } from '../database/handles.ts'
import { markNumbers } from '../sync/number-mark.ts'
import { makeKeyPair } from '../sync/raw-keys.ts'
import { recall } from '../sync/sync-state.ts'

/** Asked for with the next connection; what was not sent is signed anew with it (ADR 20). */
export async function takeNewGeneration(trx: WriteDb, generation: number): Promise<void> {
  await markNumbers(trx)
  const keys = makeKeyPair('ed25519')
  await trx
    .insertInto('generation_asked')
    .values({
      one: 1,
      from_generation: generation,
      reason: 'restored',
      fork_at: ((await recall(trx, 'answered-up-to')) ?? 0) + 1,
      signing_key: keys.privateKey,
      signing_public: keys.publicKey,
    })
    .onConflict((asked) => asked.column('one').doNothing())
    .execute()
}
