import { actFrom } from '#shared/contract/sync/acts.ts'
import { commandEnvelope, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { Act } from '#shared/domain/act/acts.ts'
import { isAuthentic } from '../sync/envelope.ts'
import { positionOf } from '../sync/position.ts'
import type { Roster } from './roster.ts'

/** A hand-over or its undoing whose bytes were proven to be a device's of this office. */
export interface ProvenFact {
  readonly command: PushedCommand
  readonly commandId: string
  readonly deviceId: string
  readonly scope: string
  readonly position: number
  readonly type: string
  readonly at: string
  readonly cardId: string
  /** Of the hand-over, or of its undoing. */
  readonly actId: string
}

export type Disbelief = 'no-fact' | 'unknown-device' | 'not-authentic' | 'other-scope'

/**
 * Proves signature, hash and payload by the key of the device that made it, whoever passed it on; or says what does not hold. The device may speak for
 * its own office only. Its clock does not matter.
 */
export function proveFact(command: PushedCommand, roster: Roster): ProvenFact | Disbelief {
  const envelope = envelopeOf(command)
  if (!envelope || command.payload === null) return 'no-fact'
  const keys = roster.others.filter(({ deviceId }) => deviceId === envelope.deviceId)
  if (keys.length === 0) return 'unknown-device'
  const signer = keys.find(({ signingKey }) => isAuthentic(command, signingKey))
  if (!signer) return 'not-authentic'
  if (signer.scope !== envelope.scope) return 'other-scope'
  const act = actFrom(envelope.type, command.payload)
  const ids = act && idsOf(act)
  if (!ids) return 'no-fact'
  const { id: commandId, deviceId, scope, type, at, generation, seq } = envelope
  return { command, commandId, deviceId, scope, position: positionOf(generation, seq), type, at, ...ids }
}

function idsOf({ type, payload }: Act): { cardId: string; actId: string } | null {
  if (type === 'handover.record') return { cardId: payload.cardId, actId: payload.handoverId }
  return type === 'handover.undo' ? { cardId: payload.cardId, actId: payload.undoId } : null
}

function envelopeOf({ envelope }: PushedCommand) {
  try {
    return commandEnvelope.safeParse(JSON.parse(envelope)).data ?? null
  } catch {
    // Not even JSON: the caller does not believe it.
    return null
  }
}
