import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'

/** The screen asks again long before (every quarter of a minute), so only the card of a desk that died is kept from the others, and not for long. */
const claimMs = 40_000
/** From the press that confirms until the other desks have the fact. */
const confirmMs = 30_000

/** Tells the other desks of the office that this card is being handed over here. Nothing is recorded by it. */
export async function beginHandover(deps: Deps, { cardId }: { cardId: string }): Answer<OutputOf<'handover.begin'>> {
  const [held] = await deps.neighbours.claim([cardId], claimMs)
  return ok({ claimedBy: held ? { deviceCode: held.deviceCode, seconds: held.leftSeconds } : null })
}

/** It was put aside: the other desks may hand it over. */
export async function leaveHandover(deps: Deps, { cardId }: { cardId: string }): Answer<Record<string, never>> {
  deps.neighbours.release([cardId])
  return ok({})
}

/** Why the card may not be handed over here right now; null: no desk that could be asked is at it. */
export async function claimedElsewhere(deps: Deps, cardId: string): Promise<Result<never, Fault> | null> {
  return (await allClaimedElsewhere(deps, [cardId])).get(cardId) ?? null
}

/** By card id. Asked before the transaction: what the other desks have recorded is here when it begins. */
export async function allClaimedElsewhere(
  deps: Deps,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, Result<never, Fault>>> {
  const held = await deps.neighbours.claim(cardIds, confirmMs)
  return new Map(
    held.map(({ cardId, deviceCode, leftSeconds }) => [
      cardId,
      fail('being-handed-over', { deviceCode, seconds: leftSeconds }),
    ]),
  )
}
