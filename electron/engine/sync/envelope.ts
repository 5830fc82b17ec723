import { createHash, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import type { CommandEnvelope, PushedCommand } from '#shared/contract/sync/protocol.ts'

/** What stands before the first link of a chain. */
export const noHash = '0'.repeat(64)

/** SHA-256 as lower-case hex; text is hashed as UTF-8. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Everything of an envelope that its maker chooses; the payload's hash is computed here. */
export type EnvelopeParts = Omit<CommandEnvelope, 'payloadHash'>

/**
 * Seals one act: the envelope is made once as text, hashed and signed, and that text is what is stored and sent. The payload stays
 * outside (salted hash inside), so that it can be erased later while the chain still verifies.
 */
export function sealCommand(parts: EnvelopeParts, payload: unknown, signingKey: KeyObject): PushedCommand {
  const salt = randomBytes(16)
  const payloadText = JSON.stringify(payload)
  const envelope = JSON.stringify({ ...parts, payloadHash: sha256(salt, payloadText) })
  const hash = sha256(envelope)
  const signature = sign(null, Buffer.from(hash, 'hex'), signingKey).toString('base64url')
  return { envelope, hash, signature, payload: payloadText, salt: salt.toString('base64url') }
}

/** Does the command say what was signed? False for any changed byte of envelope, payload, hash or signature. */
export function isAuthentic(command: PushedCommand, publicKey: KeyObject): boolean {
  if (sha256(command.envelope) !== command.hash) return false
  if (!verify(null, Buffer.from(command.hash, 'hex'), publicKey, Buffer.from(command.signature, 'base64url')))
    return false
  if (command.payload === null) return true
  const { payloadHash } = JSON.parse(command.envelope) as CommandEnvelope
  return sha256(Buffer.from(command.salt, 'base64url'), command.payload) === payloadHash
}
