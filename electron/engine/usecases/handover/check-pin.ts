import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { pinVerifiersOf } from '../ekitir/kitirs-of.ts'
import { fail } from '../fail.ts'
import { grantMinutes } from '../override/spoken-code.ts'
import { minutesAfter } from '../session/session-time.ts'
import type { WriteSet } from '../stores.ts'

type Outcome = OutputOf<'handover.check-pin'>

/** Wrong tries are counted on disk before the answer; the lock holds for many tries at once, too. Faults: card-unknown, input-invalid {field: pin}. */
export async function checkPin(
  deps: Deps,
  { cardId, pin }: { cardId: string; pin: string },
  who: Who,
  answering: Answering,
): Answer<Outcome> {
  const { verifiers, digits } = await deps.reading(async (db) => {
    const card = await db.cards.find(cardId)
    return { verifiers: card && (await pinVerifiersOf(db, card.row)), digits: (await db.settings.region()).pin.digits }
  })
  if (!verifiers) return fail('card-unknown')
  const [verifier] = verifiers
  if (verifier === undefined) return ok({ outcome: 'no-verifier' })
  if (pin.length !== digits) return fail('input-invalid', { field: 'pin' })
  const right = await matchesOne(deps, verifiers, pin)
  return answering(async (tx) => {
    const tries = (await tx.settings.region()).pin.tries
    if ((await tx.pinTries.wrong(cardId, verifier)) >= tries) return ok({ outcome: 'locked' })
    return ok(right ? await verified(deps, tx, cardId, who) : await wrong(deps, tx, cardId, verifier, tries, who))
  })
}

/** Two e-Kitir that were made at once at two desks both hold. */
export async function matchesOne({ passwords }: Deps, verifiers: readonly string[], pin: string): Promise<boolean> {
  for (const verifier of verifiers) if (await passwords.matches(verifier, pin)) return true
  return false
}

async function verified(deps: Deps, tx: WriteSet, cardId: string, { staff, session }: Who): Promise<Outcome> {
  const now = deps.clock.now()
  const pinToken = deps.secrets.token()
  await tx.pinTries.clear(cardId)
  await tx.grants.give({
    tokenHash: deps.secrets.hash(pinToken),
    kind: 'pin',
    cardId,
    sessionHash: session.tokenHash,
    validUntil: minutesAfter(await deps.sureNow(), grantMinutes),
    supervisorId: null,
    supervisorName: null,
    reason: null,
  })
  await tx.audit.append({ kind: 'pin-verified', subject: cardId, staffId: staff.id, at: now })
  return { outcome: 'verified', pinToken }
}

async function wrong(
  deps: Deps,
  tx: WriteSet,
  cardId: string,
  verifier: string,
  tries: number,
  { staff }: Who,
): Promise<Outcome> {
  const count = await tx.pinTries.add(cardId, verifier)
  const kind = count >= tries ? 'pin-locked' : 'pin-wrong'
  await tx.audit.append({ kind, subject: cardId, staffId: staff.id, at: deps.clock.now() })
  return count >= tries ? { outcome: 'locked' } : { outcome: 'wrong', triesLeft: tries - count }
}
