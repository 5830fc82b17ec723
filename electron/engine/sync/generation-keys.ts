import type { ReadDb } from '../database/handles.ts'
import type { EnrolledDevice } from './device-record.ts'
import type { RawKeyPair } from './raw-keys.ts'

/** A generation of this device, the generation it was asked from (0: enrolled with it), and its keys. */
export interface KeptGeneration {
  readonly generation: number
  readonly from: number
  readonly keys: RawKeyPair
}

/** Every generation whose key is here, in order. A device that never took another has its one. */
export async function generationsOf(db: ReadDb, { identity, keys }: EnrolledDevice): Promise<KeptGeneration[]> {
  const rows = await db.selectFrom('device_generation').selectAll().orderBy('generation').execute()
  if (rows.length === 0) return [{ generation: identity.generation, from: 0, keys: keys.signing }]
  return rows.map((row) => ({
    generation: row.generation,
    from: row.from_generation,
    keys: { publicKey: row.signing_public, privateKey: row.signing_key },
  }))
}

/** Raw public key that signed in a generation; null where another life of this device had it. */
export async function publicKeyIn(db: ReadDb, generation: number): Promise<Buffer | null> {
  const kept = await db
    .selectFrom('device_generation')
    .select('signing_public')
    .where('generation', '=', generation)
    .executeTakeFirst()
  if (kept) return kept.signing_public
  const device = await db.selectFrom('device').select(['signing_public', 'identity']).executeTakeFirst()
  const only = await db.selectFrom('device_generation').select('generation').limit(1).executeTakeFirst()
  return only || !device ? null : device.signing_public
}
