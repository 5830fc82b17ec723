import type { KeyObject } from 'node:crypto'
import { actFrom } from '#shared/contract/sync/acts.ts'
import { type CommandEnvelope, commandEnvelope, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { Act } from '#shared/domain/act/acts.ts'
import { sha256Hex, signatureHoldsBeside } from '../auth/raw-keys.ts'
import { isStorable } from './storable.ts'

/** A command whose bytes were proven to be the device's own. */
export interface ProvenCommand {
  readonly pushed: PushedCommand
  readonly envelope: CommandEnvelope
  /** null: of a kind, or in a form, that this server cannot read. */
  readonly act: Act | null
}

/** Longest name of a command: it is part of a key of the database. */
const longestId = 64

export type Distrust = 'unstorable' | 'bad-hash' | 'bad-signature' | 'bad-envelope' | 'bad-payload-hash' | 'not-its-own'

/** Proves hash, signature, payload hash and that the envelope names this device and generation; or says what does not hold. */
export async function proveCommand(
  pushed: PushedCommand,
  key: KeyObject,
  from: { readonly deviceId: string; readonly generation: number },
): Promise<ProvenCommand | Distrust> {
  // No JSON writer makes such a text, and it could not be kept as it came. An envelope with it is no JSON either.
  if (!isStorable(pushed.payload ?? '')) return 'unstorable'
  if (sha256Hex(pushed.envelope) !== pushed.hash) return 'bad-hash'
  if (!(await signatureHoldsBeside(key, Buffer.from(pushed.hash, 'hex'), pushed.signature))) return 'bad-signature'
  const envelope = envelopeOf(pushed.envelope)
  if (!envelope) return 'bad-envelope'
  if (envelope.deviceId !== from.deviceId || envelope.generation !== from.generation) return 'not-its-own'
  if (pushed.payload !== null && !isPayloadOf(envelope, pushed)) return 'bad-payload-hash'
  return { pushed, envelope, act: actFrom(envelope.type, pushed.payload) }
}

function envelopeOf(text: string): CommandEnvelope | null {
  try {
    const envelope = commandEnvelope.safeParse(JSON.parse(text)).data
    return envelope && envelope.id.length <= longestId && isStorable(envelope.id) ? envelope : null
  } catch {
    // Signed, but no JSON: the caller quarantines it with its bytes.
    return null
  }
}

const isPayloadOf = (envelope: CommandEnvelope, { salt, payload }: PushedCommand): boolean =>
  sha256Hex(Buffer.from(salt, 'base64url'), payload ?? '') === envelope.payloadHash
