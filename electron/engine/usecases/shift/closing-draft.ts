import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ClosingDraft, ExtraInDrawer } from '#shared/contract/engine/shifts.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { readLabel } from '../shipment/read-label.ts'

/** A closing count goes to the disk at every step, so that a power cut costs nothing. */
export async function saveClosingDraft(
  deps: Deps,
  { draft }: { draft: ClosingDraft | null },
): Answer<Record<string, never>> {
  await deps.inOneWrite(({ settings }) => settings.saveDraft('closing', draft))
  return ok({})
}

/** What a label in the drawer says, of a card that is not expected there. */
export function readDrawerLabel(
  deps: Deps,
  { code }: ParsedInputOf<'shift.read-label'>,
): Answer<OutputOf<'shift.read-label'>> {
  return deps.reading(async (db) => {
    const label = await readLabel(db, code, new Set())
    switch (label.kind) {
      case 'card':
        return ok({ kind: 'card', card: extraOf(label.card) })
      case 'unknown':
        return ok({ kind: 'card', card: unknownCard(label.text) })
      case 'kitir':
        return ok({ kind: 'kitir', ownerName: label.card.ownerName })
      case 'shipment':
      case 'unreadable':
        return ok({ kind: 'unreadable' })
    }
  })
}

const extraOf = ({ id: cardId, labelCode, ownerName, state, kind: cardKind }: Card): ExtraInDrawer => ({
  ...{ labelCode, cardId, ownerName, state, cardKind },
})

/** Most cards are KTP-el; the clerk says so where it is not. */
const unknownCard = (labelCode: string): ExtraInDrawer => ({
  ...{ labelCode, cardId: null, ownerName: null, state: null, cardKind: 'ktp-el' },
})
