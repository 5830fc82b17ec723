import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { proveSupervisor } from '../session/prove-supervisor.ts'
import { minutesAfter } from '../session/session-time.ts'
import { grantMinutes } from './spoken-code.ts'

/** A supervisor at this desk, other than the clerk, sets the PIN aside. Faults: as sign-in, not-supervisor, override-same-person, override-not-allowed, card-unknown. */
export async function overrideOnTheSpot(
  deps: Deps,
  input: ParsedInputOf<'override.on-the-spot'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'override.on-the-spot'>> {
  const known = await deps.reading(async (db) => ({
    card: await db.cards.find(input.cardId),
    allowed: (await db.settings.region()).override.onTheSpot,
  }))
  if (!known.card) return fail('card-unknown')
  if (!known.allowed) return fail('override-not-allowed', { means: 'on-the-spot' })
  const proven = await proveSupervisor(deps, input, who.staff.id)
  if (!proven.ok) return proven
  const { staff } = proven.value
  return answering(async (tx) => {
    const now = deps.clock.now()
    const allowed = await proven.value.enter(tx)
    if (!allowed.ok) return allowed
    const overrideToken = deps.secrets.token()
    await tx.grants.give({
      tokenHash: deps.secrets.hash(overrideToken),
      kind: 'on-the-spot',
      cardId: input.cardId,
      sessionHash: who.session.tokenHash,
      validUntil: minutesAfter(await deps.sureNow(), grantMinutes),
      supervisorId: staff.id,
      supervisorName: staff.name,
      reason: input.reason,
    })
    await tx.audit.append({ kind: 'override', subject: input.cardId, staffId: staff.id, at: now })
    return ok({ overrideToken, supervisorName: staff.name })
  })
}
