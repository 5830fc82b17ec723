import { type KeyObject, sign } from 'node:crypto'
import type { z } from 'zod'
import { challengeAnswer, endpoints, tokenAnswer } from '#shared/contract/sync/protocol.ts'
import { readJson } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { Exchange } from './exchange.ts'
import { postJson } from './post-json.ts'

/** Who this device is to the centre, and who wants to hear what it answers. */
export interface Credentials {
  readonly deviceId: string
  readonly signingKey: KeyObject
  readonly onAnswer: (answer: z.output<typeof tokenAnswer>) => Promise<void>
}

export interface DeviceToken {
  /** A token that still lives, fetched when there is none; calls at the same time share one fetch. */
  bearer(): Promise<string>
  /** Forgets a token the centre no longer takes. */
  drop(token: string): void
  /** Forgets whichever there is: the key that it was given for is not ours any more. */
  forget(): void
}

/** Renewed this long before its end. */
const marginMs = 30_000

/**
 * Proves the device by signing the centre's nonce: no dependence on the PC's clock. Life is counted on the monotonic clock for the same reason.
 */
export function deviceToken(
  exchange: Exchange,
  credentials: () => Promise<Credentials>,
  monotonicMs: () => number,
): DeviceToken {
  let held: { token: string; until: number } | null = null
  let fetching: Promise<string> | null = null

  const fetchToken = async () => {
    const { deviceId, signingKey, onAnswer } = await credentials()
    const { nonce } = await exchange(postJson(endpoints.challenge, { deviceId }), readJson(challengeAnswer))
    const signature = sign(null, Buffer.from(`loket-token:${nonce}`), signingKey).toString('base64url')
    const answer = await exchange(postJson(endpoints.token, { deviceId, nonce, signature }), readJson(tokenAnswer))
    held = { token: answer.token, until: monotonicMs() + answer.expiresInSeconds * 1000 - marginMs }
    await onAnswer(answer)
    return answer.token
  }

  return {
    bearer() {
      if (held && monotonicMs() < held.until) return Promise.resolve(held.token)
      fetching ??= fetchToken()
        .catch((cause) => {
          throw notKnown(cause)
        })
        .finally(() => {
          fetching = null
        })
      return fetching
    },
    drop(token) {
      if (held?.token === token) held = null
    },
    forget() {
      held = null
    },
  }
}

/** A centre that does not take the device's own signature has shut it out: trying again with the same key would change nothing. */
function notKnown(cause: unknown): unknown {
  if (cause instanceof CentreTrouble && (cause.problem === 'superseded' || cause.problem === 'revoked')) return cause
  const shutOut = cause instanceof CentreTrouble && cause.reason === 'refused' && [401, 403, 404].includes(cause.status)
  return shutOut
    ? new CentreTrouble('device-quarantined', 'refused', { status: cause.status, problem: cause.problem, cause })
    : cause
}
