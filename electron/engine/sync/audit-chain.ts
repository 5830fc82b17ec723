import type { Store } from '../database/store.ts'
import type { AuditTrail } from '../usecases/stores.ts'
import { identityFrom } from './device-record.ts'
import { noHash, sha256 } from './envelope.ts'
import { generationOf, positionOf, seqOf } from './position.ts'

/**
 * Appends to the chain of who did what: each entry is kept as the exact text that was hashed and names the hash before it. Use the
 * returned function inside `Store.inTransaction` only.
 */
export function openAuditChain(store: Store): AuditTrail['append'] {
  const device = store.prepare('SELECT identity FROM device')
  const last = store.prepare('SELECT position, hash FROM audit_entry ORDER BY position DESC LIMIT 1')
  const insert = store.prepare('INSERT INTO audit_entry (position, entry, hash) VALUES (?, ?, ?)')
  return async ({ kind, subject, staffId, at, commandHash }) => {
    const row = device.all()[0] as { identity: string | null } | undefined
    // Before enrolment there is no generation yet; the first one continues what was written until then.
    const generation = row?.identity ? identityFrom(row.identity).generation : 1
    const before = last.all()[0] as { position: number; hash: string } | undefined
    const continues = before && generationOf(before.position) === generation
    const seq = continues ? seqOf(before.position) + 1 : 1
    const prevHash = continues ? before.hash : noHash
    const entry = JSON.stringify({ seq, at, staffId, kind, subject, commandHash: commandHash ?? null, prevHash })
    insert.run(positionOf(generation, seq), entry, sha256(entry))
  }
}
