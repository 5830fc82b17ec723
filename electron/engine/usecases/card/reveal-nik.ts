import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'

/** The whole NIK; noted in the audit chain before it is shown. Fault: card-unknown. */
export async function revealNik(deps: Deps, { cardId }: { cardId: string }, { staff }: Who): Answer<{ nik: string }> {
  return deps.inOneWrite(async (tx) => {
    const card = await tx.cards.find(cardId)
    if (!card) return fail('card-unknown')
    await tx.audit.append({ kind: 'reveal-nik', subject: cardId, staffId: staff.id, at: deps.clock.now() })
    return ok({ nik: card.row.ownerNik })
  })
}
