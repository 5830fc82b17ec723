import type { z } from 'zod'
import type { generationAnswer } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import type { AskedGenerationTable } from '../database/sync-schema.ts'
import { askGeneration } from './ask-generation.ts'
import { isEnrolled, readDevice } from './device-record.ts'
import { placesToFetch } from './fetch-history.ts'
import { generationsOf, type KeptGeneration } from './generation-keys.ts'
import type { Link } from './link.ts'
import { unmarkNumbers } from './number-mark.ts'
import { clearPushStop } from './push-stop.ts'
import { makeKeyPair, type RawKeyPair } from './raw-keys.ts'
import { rechainAudit, resealCommands } from './reseal.ts'
import { recall, remember } from './sync-state.ts'

type Reason = AskedGenerationTable['reason']

/**
 * This device has two histories under one name: it takes a new generation, with a key of its own, and signs what was not sent under it. The keys are kept before the
 * centre is asked, so that a lost answer is asked for again with the same ones. Throws CentreTrouble; `superseded` when another computer has gone on.
 */
export async function takeGeneration(link: Link, reason: Reason, forkAt: number): Promise<Link> {
  const keys = makeKeyPair('ed25519')
  const asked = {
    from_generation: link.device.identity.generation,
    reason,
    fork_at: forkAt,
    signing_key: keys.privateKey,
    signing_public: keys.publicKey,
  }
  await link.config.store.inTransaction(async (trx) => {
    await trx
      .insertInto('generation_asked')
      .values({ one: 1, ...asked })
      .onConflict((known) => known.column('one').doNothing())
      .execute()
  })
  return finishGeneration(link)
}

/** Goes on with a generation that was asked for before, however the program ended meanwhile. The same link when there is none. */
export async function finishGeneration(link: Link): Promise<Link> {
  const { store, log, announce } = link.config
  const asked = await store.read.selectFrom('generation_asked').selectAll().executeTakeFirst()
  if (!asked) return link
  const device = await readDevice(store.read)
  if (!isEnrolled(device)) throw new Error('a device lost its identity')
  const kept = await generationsOf(store.read, device)
  const from = kept.at(-1)
  if (!from) throw new Error('a device has no key')
  const keys: RawKeyPair = { publicKey: asked.signing_public, privateKey: asked.signing_key }
  const { deviceId } = link.device.identity
  const atLeast = from.generation + 1
  const answer = await askGeneration(link.client, { deviceId, from, atLeast, keys, reason: asked.reason })
  await store.inTransaction((trx) => goOn(trx, kept, asked, answer))
  log.info('generation-taken', { generation: answer.device.generation, reason: asked.reason })
  announce('queue', 'status')
  return asItIsNow(link)
}

/** The link with the device as it is in the database. */
export async function asItIsNow(link: Link): Promise<Link> {
  link.client.forgetToken()
  // Said to the generation before.
  link.client.takeNews()
  const device = await readDevice(link.config.store.read)
  if (!isEnrolled(device)) throw new Error('a device lost its identity')
  return { ...link, device }
}

/** One transaction: new identity, new key, the unsent signed with it, and what of the past is to be fetched. */
async function goOn(
  trx: WriteDb,
  kept: readonly KeptGeneration[],
  asked: AskedGenerationTable,
  { device: given, standing, serverTime }: z.output<typeof generationAnswer>,
): Promise<void> {
  const { generation } = given
  const signing = { publicKey: asked.signing_public, privateKey: asked.signing_key }
  const past = standing.chains.filter((chain) => chain.generation < generation)
  const resealed = await resealCommands(trx, { generation, keys: signing, forkAt: asked.fork_at, past })
  await rechainAudit(trx, { generation, past, hashes: resealed })
  await trx
    .updateTable('device')
    .set({
      identity: JSON.stringify(given),
      signing_key: signing.privateKey,
      signing_public: signing.publicKey,
    })
    .execute()
  for (const one of [...kept, { generation, from: asked.from_generation, keys: signing }])
    await trx
      .insertInto('device_generation')
      .values({
        generation: one.generation,
        from_generation: one.from,
        signing_key: one.keys.privateKey,
        signing_public: one.keys.publicKey,
      })
      .onConflict((known) => known.column('generation').doNothing())
      .execute()
  await trx.deleteFrom('generation_asked').execute()
  await clearPushStop(trx)
  await unmarkNumbers(trx)
  await trx
    .updateTable('sync_exception')
    .set({ acknowledged_at: serverTime })
    .where('code', 'in', ['forked', 'copied'])
    .where('acknowledged_at', 'is', null)
    .execute()
  const before = await recall(trx, 'healing')
  const fetch = await placesToFetch(trx, past)
  const done = { resent: resealed.size + (before?.resent ?? 0), fetched: before?.fetched ?? 0 }
  await remember(trx, 'healing', { reason: asked.reason, generation, fetch, ...done })
}
