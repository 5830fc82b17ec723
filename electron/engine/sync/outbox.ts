import type { KeyObject } from 'node:crypto'
import type { DeviceIdentity, PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'
import type { Prepared, Store } from '../database/store.ts'
import type { Ids } from '../usecases/ports.ts'
import type { KeptCommand, Outbox, OutboxReads } from '../usecases/stores.ts'
import { identityFrom } from './device-record.ts'
import { noHash, sealCommand } from './envelope.ts'
import { nextHlc } from './hybrid-clock.ts'
import { generationOf, positionOf, seqOf } from './position.ts'
import { privateKeyOf } from './raw-keys.ts'

/** Version of the payload of each command type. */
const payloadVersion = { 'handover.record': 1, 'handover.undo': 1 } as const

type Appended = Parameters<Outbox['append']>[0]

interface Signer {
  readonly identity: DeviceIdentity
  readonly policyVersion: number
  readonly key: KeyObject
}

/**
 * Appends sealed commands. `seq`, chain and clock come from the last row, read in the caller's transaction: a rolled-back act leaves no
 * gap. Use the returned function inside `Store.inTransaction` only.
 */
export function openOutbox(store: Store, ids: Ids): Outbox['append'] {
  const device = store.prepare('SELECT identity, policy_version, signing_key FROM device')
  const last = store.prepare('SELECT position, hash, hlc FROM command ORDER BY position DESC LIMIT 1')
  const insert = store.prepare(
    `INSERT INTO command (position, id, type, subject, at, hlc, envelope, hash, signature, payload, salt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const signerOf = signerCache(device)
  return async (command) => {
    const { identity, policyVersion, key } = signerOf()
    const before = last.all()[0] as { position: number; hash: string; hlc: string } | undefined
    const link = nextLink(before, identity.generation)
    const { type, scope, at, staffId } = command
    const head = {
      v: payloadVersion[type],
      id: ids.uuid(),
      deviceId: identity.deviceId,
      generation: identity.generation,
    }
    const hlc = nextHlc(before?.hlc ?? null, at)
    const parts = { ...head, seq: link.seq, scope, type, at, hlc, staffId, policyVersion, prevHash: link.prevHash }
    const sealed = sealCommand(parts, command.payload, key)
    insert.run(...columnsOf(command, { ...parts, hlc }, sealed))
    return { commandId: head.id, seq: link.seq, hash: sealed.hash }
  }
}

function nextLink(last: { position: number; hash: string } | undefined, generation: number) {
  if (!last || generationOf(last.position) !== generation) return { seq: 1, prevHash: noHash }
  return { seq: seqOf(last.position) + 1, prevHash: last.hash }
}

function columnsOf(
  { type, subject, at }: Appended,
  parts: { id: string; generation: number; seq: number; hlc: string },
  { envelope, hash, signature, payload, salt }: PushedCommand,
) {
  const position = positionOf(parts.generation, parts.seq)
  return [position, parts.id, type, subject, at, parts.hlc, envelope, hash, signature, payload, salt] as const
}

/** The row is read each time (it changes at enrolment), the key object made only when its bytes changed. */
function signerCache(device: Prepared): () => Signer {
  let cached: { raw: Buffer; key: KeyObject } | null = null
  return () => {
    const row = device.all()[0] as { identity: string | null; policy_version: number; signing_key: Buffer } | undefined
    if (!row?.identity) throw new Error('a command was recorded on a device that is not enrolled')
    if (!cached?.raw.equals(row.signing_key)) {
      cached = { raw: row.signing_key, key: privateKeyOf('ed25519', row.signing_key) }
    }
    return { identity: identityFrom(row.identity), policyVersion: row.policy_version, key: cached.key }
  }
}

export function outboxReads(db: ReadDb): OutboxReads {
  return {
    async commandsFor(subject) {
      const found = await rows<Omit<KeptCommand, 'seq'> & { position: number }>(
        db,
        `SELECT position, id AS commandId, type, at, payload,
           CASE verdict WHEN 'duplicate' THEN coalesce(verdict_original, verdict) ELSE verdict END AS verdict FROM command
         WHERE subject = ? AND payload IS NOT NULL ORDER BY position`,
        subject,
      )
      return found.map(({ position, ...command }): KeptCommand => ({ ...command, seq: seqOf(position) }))
    },
    async subjects() {
      const found = await rows<{ subject: string }>(db, 'SELECT DISTINCT subject FROM command')
      return new Set(found.map(({ subject }) => subject))
    },
  }
}
