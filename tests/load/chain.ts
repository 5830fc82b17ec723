import { createHash, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import type { PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { DoneAct } from './acts.ts'
import { staffId } from './world.ts'

const noHash = '0'.repeat(64)
const sha256 = (...parts: readonly (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

export interface AuditEntry {
  readonly seq: number
  readonly entry: string
  readonly hash: string
}

/** The two chains of a device, signed and hashed as the engine does it; kept in memory instead of an encrypted database. */
export class Chain {
  readonly #from: { readonly deviceId: string; readonly signingKey: KeyObject; readonly scope: string }
  #command = { seq: 0, hash: noHash }
  #audit = { seq: 0, hash: noHash }

  constructor(from: { readonly deviceId: string; readonly signingKey: KeyObject; readonly scope: string }) {
    this.#from = from
  }

  command({ type, payload }: Pick<DoneAct, 'type' | 'payload'>): PushedCommand {
    const { deviceId, scope, signingKey } = this.#from
    const [salt, text, at] = [randomBytes(16), JSON.stringify(payload), new Date().toISOString()]
    const seq = this.#command.seq + 1
    const envelope = JSON.stringify({
      ...{ v: 1, id: randomUUID(), deviceId, generation: 1, seq, scope, type, at, hlc: `${at}/0000`, staffId },
      ...{ policyVersion: 1, prevHash: this.#command.hash, payloadHash: sha256(salt, text) },
    })
    const hash = sha256(envelope)
    this.#command = { seq, hash }
    const signature = sign(null, Buffer.from(hash, 'hex'), signingKey).toString('base64url')
    return { envelope, hash, signature, payload: text, salt: salt.toString('base64url') }
  }

  entry(kind: string, subject: string, commandHash: string | null): AuditEntry {
    const seq = this.#audit.seq + 1
    const at = new Date().toISOString()
    const entry = JSON.stringify({ seq, at, staffId, kind, subject, commandHash, prevHash: this.#audit.hash })
    this.#audit = { seq, hash: sha256(entry) }
    return { seq, entry, hash: this.#audit.hash }
  }
}
