import { sign } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Standing } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import { rows, run } from '../database/sql.ts'
import { noHash, sha256 } from './envelope.ts'
import { generationOf, positionOf, seqOf } from './position.ts'
import { privateKeyOf, type RawKeyPair } from './raw-keys.ts'
import { recall } from './sync-state.ts'

type Chains = Standing['chains']

/** Commands between two pauses: the screens' questions are answered in between. */
const withoutPause = 20

interface Reseal {
  readonly generation: number
  readonly keys: RawKeyPair
  /** What stands before this position the centre has as it is here. */
  readonly forkAt: number
  /** Where the centre stands in the generations before. */
  readonly past: Chains
}

interface OldCommand {
  readonly position: number
  readonly envelope: string
  readonly hash: string
}

/**
 * Signs commands anew under a generation of their own: the same ids, payloads and times, another number, chain and key. Those without a verdict, and all of the
 * forked generation from the fork on; not those that the centre has word for word. Returns the new hash of each old one.
 */
export async function resealCommands(trx: WriteDb, reseal: Reseal): Promise<Map<string, string>> {
  const { generation, forkAt, past } = reseal
  const key = privateKeyOf('ed25519', reseal.keys.privateKey)
  const held = await heldUpTo(
    trx,
    'command',
    past.map(({ generation, seq, hash }) => ({ generation, seq, hash })),
  )
  const end = positionOf(generationOf(forkAt) + 1, 0)
  const found = await rows<OldCommand>(
    trx,
    `SELECT position, envelope, hash FROM command
      WHERE position < ? AND (verdict IS NULL OR (position >= ? AND position < ?)) ORDER BY position`,
    positionOf(generation, 0),
    forkAt,
    end,
  )
  const hashes = new Map<string, string>()
  let prevHash = noHash
  for (const old of found.filter(({ position }) => position > (held.get(generationOf(position)) ?? 0))) {
    const seq = hashes.size + 1
    if (seq % withoutPause === 0) await breathe()
    const envelope = JSON.stringify({ ...JSON.parse(old.envelope), generation, seq, prevHash })
    const hash = sha256(envelope)
    const signature = sign(null, Buffer.from(hash, 'hex'), key).toString('base64url')
    const position = positionOf(generation, seq)
    const update = 'UPDATE command SET position = ?, envelope = ?, hash = ?, signature = ? WHERE position = ?'
    await run(trx, update, position, envelope, hash, signature, old.position)
    await run(trx, 'UPDATE command_about SET position = ? WHERE position = ?', position, old.position)
    hashes.set(old.hash, hash)
    prevHash = hash
  }
  return hashes
}

interface Rechain {
  readonly generation: number
  readonly past: Chains
  /** New hashes of commands that were signed anew. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Chains the audit entries anew that the centre does not have; those of commands name their new hashes. */
export async function rechainAudit(trx: WriteDb, { generation, past, hashes }: Rechain): Promise<void> {
  const ends = past.map((chain) => ({ generation: chain.generation, seq: chain.auditSeq, hash: chain.auditHash }))
  const held = await heldUpTo(trx, 'audit_entry', ends)
  const sent = (await recall(trx, 'audit-sent-up-to')) ?? 0
  const found = await rows<{ position: number; entry: string }>(
    trx,
    'SELECT position, entry FROM audit_entry WHERE position > ? AND position < ? ORDER BY position',
    sent,
    positionOf(generation, 0),
  )
  let [seq, prevHash] = [0, noHash]
  for (const old of found.filter(({ position }) => position > (held.get(generationOf(position)) ?? 0))) {
    seq += 1
    const before = JSON.parse(old.entry) as { commandHash: string | null }
    const commandHash = hashes.get(before.commandHash ?? '') ?? before.commandHash
    const entry = JSON.stringify({ ...before, seq, commandHash, prevHash })
    const hash = sha256(entry)
    const update = 'UPDATE audit_entry SET position = ?, entry = ?, hash = ? WHERE position = ?'
    await run(trx, update, positionOf(generation, seq), entry, hash, old.position)
    prevHash = hash
  }
}

/** Per generation the last position that the centre has word for word as it is here, where its last link is one of ours: then all before it are. */
async function heldUpTo(
  trx: WriteDb,
  table: 'command' | 'audit_entry',
  ends: readonly { readonly generation: number; readonly seq: number; readonly hash: string }[],
): Promise<Map<number, number>> {
  const held = new Map<number, number>()
  for (const { generation, seq, hash } of ends) {
    const position = positionOf(generation, seq)
    const [own] = await rows<{ hash: string }>(trx, `SELECT hash FROM ${table} WHERE position = ?`, position)
    if (seqOf(position) > 0 && own?.hash === hash) held.set(generation, position)
  }
  return held
}
