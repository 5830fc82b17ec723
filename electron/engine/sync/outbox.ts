import type { KeyObject } from 'node:crypto'
import type { DeviceIdentity, PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { ActType } from '#shared/domain/act/acts.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadDb } from '../database/handles.ts'
import { firstRow, rows } from '../database/sql.ts'
import type { Prepared, Store } from '../database/store.ts'
import type { Ids } from '../usecases/ports.ts'
import type { KeptCommand, KeptVerdict, Outbox, OutboxReads } from '../usecases/stores.ts'
import { identityFrom } from './device-record.ts'
import { noHash, sealCommand } from './envelope.ts'
import { nextHlc } from './hybrid-clock.ts'
import { generationOf, positionOf, seqOf } from './position.ts'
import { privateKeyOf } from './raw-keys.ts'
import { countUnsent } from './unsent.ts'

/** Version of the payload where it is not the first. */
const payloadVersion: Partial<Record<ActType, number>> = {}

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
  const heard = store.prepare("SELECT value FROM sync_state WHERE name = 'hlc-heard'")
  const insert = store.prepare(
    `INSERT INTO command (position, id, type, subject, at, hlc, envelope, hash, signature, payload, salt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const about = store.prepare('INSERT OR IGNORE INTO command_about (key, position) VALUES (?, ?)')
  const signerOf = signerCache(device)
  return async (command) => {
    const { identity, policyVersion, key } = signerOf()
    const before = last.all()[0] as { position: number; hash: string; hlc: string } | undefined
    const link = nextLink(before, identity.generation)
    const { type, scope, at, staffId } = command
    const head = {
      v: payloadVersion[type] ?? 1,
      id: ids.uuid(),
      deviceId: identity.deviceId,
      generation: identity.generation,
    }
    const hlc = nextHlc(before?.hlc ?? null, at, heardOf(heard))
    const parts = { ...head, seq: link.seq, scope, type, at, hlc, staffId, policyVersion, prevHash: link.prevHash }
    const sealed = sealCommand(parts, command.payload, key)
    insert.run(...columnsOf(command, { ...parts, hlc }, sealed))
    store.noteLast(positionOf(identity.generation, link.seq))
    for (const { entity, id } of command.about ?? [])
      if (entity !== 'card' || id !== command.subject)
        about.run(`${entity}/${id}`, positionOf(identity.generation, link.seq))
    return { commandId: head.id, seq: link.seq, hash: sealed.hash }
  }
}

/** The latest time that the centre told; null when it never did. */
function heardOf(heard: Prepared): Instant | null {
  const row = heard.all()[0] as { value: string } | undefined
  return row ? (JSON.parse(row.value) as string) : null
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
    async commandsAbout(key) {
      const subject = key.startsWith('card/') ? key.slice('card/'.length) : ''
      const found = await rows<Omit<KeptCommand, 'seq'> & { position: number }>(db, aboutRow, subject, key)
      return found.map(({ position, ...command }): KeptCommand => ({ ...command, seq: seqOf(position) }))
    },
    async verdictOf(commandId) {
      const found = await firstRow<Omit<KeptVerdict, 'kind'> & { kind: string }>(db, verdictRow, commandId)
      const kind = verdictKinds.find((known) => known === found?.kind)
      return found && kind ? { ...found, kind } : null
    },
    waiting: () => countUnsent(db),
    async subjects() {
      const sql = "SELECT DISTINCT 'card/' || subject AS key FROM command UNION SELECT DISTINCT key FROM command_about"
      return new Set((await rows<{ key: string }>(db, sql)).map(({ key }) => key))
    },
  }
}

const aboutRow = `SELECT position, id AS commandId, type, at, payload,
    CASE verdict WHEN 'duplicate' THEN coalesce(verdict_original, verdict) ELSE verdict END AS verdict FROM command
  WHERE position IN (SELECT position FROM command WHERE subject = ? UNION SELECT position FROM command_about WHERE key = ?)
    AND payload IS NOT NULL ORDER BY position`

const verdictKinds = ['applied', 'conflict', 'refused'] as const

/** A repeated answer counts as the first one. */
const verdictRow = `SELECT CASE verdict WHEN 'duplicate' THEN coalesce(verdict_original, verdict) ELSE verdict END AS kind,
    verdict_code AS code, case_id AS caseId FROM command
  WHERE id = ? AND verdict IS NOT NULL`
