import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { readChallenge } from '#shared/domain/override/spoken-challenge.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { makeChallenge, moved } from './spoken-code.ts'

/** Makes the code that the clerk reads out. Faults: card-unknown, override-not-allowed (also where the centre gave no secret). */
export async function startChallenge(
  deps: Deps,
  input: { cardId: string; reason: string },
  who: Who,
  answering: Answering,
): Answer<OutputOf<'override.challenge'>> {
  return answering(async (tx) => {
    if (!(await tx.cards.find(input.cardId))) return fail('card-unknown')
    const made = (await tx.settings.region()).override.challenge ? await newChallenge(deps, tx) : null
    if (made === null) return fail('override-not-allowed', { means: 'challenge' })
    const opened = {
      id: deps.ids.uuid(),
      cardId: input.cardId,
      sessionHash: who.session.tokenHash,
      ...made,
      reason: input.reason,
      tries: 0,
      purpose: 'card' as const,
    }
    await tx.challenges.open(opened)
    const { id: staffId } = who.staff
    await tx.audit.append({ kind: 'override-asked', subject: input.cardId, staffId, at: deps.clock.now() })
    return ok({ challengeId: opened.id, challenge: opened.challenge, validUntil: opened.validUntil })
  })
}

/** The digits and until when they hold (device time); null where this device cannot make any. */
export async function newChallenge({ clock, secrets }: Deps, tx: WriteSet) {
  const secret = await tx.settings.overrideSecret()
  const device = await tx.device.current()
  if (secret === null || device === null) return null
  const offset = (await tx.device.clockOffsetMs()) ?? 0
  const at = moved(clock.now(), offset)
  const count = await tx.numbers.next('override-challenge')
  const challenge = makeChallenge(secrets, secret, { deviceCode: device.deviceCode, at, count })
  return { challenge, validUntil: moved(readChallenge(challenge, at).validUntil, -offset) }
}
