import { type CardDetail, type Draft, emptyDraft } from './draft.ts'

const typed = [
  'collector',
  'memberId',
  'name',
  'nik',
  'relation',
  'letterNumber',
  'letterDate',
  'identityHidden',
  'identityReason',
  'drawer',
  'policeNumber',
  'policeDate',
  'policeStation',
  'doubtReason',
] as const

/** What outlasts a hand-over that is left unfinished. What was seen (PIN, papers, old card, signature, photo) is seen again. */
export type TypedPart = Pick<Draft, (typeof typed)[number]>

/** null where nothing was typed or chosen that would be missed. */
export function typedPart(draft: Draft): TypedPart | null {
  const { collector, identityHidden, ...texts } = Object.fromEntries(typed.map((key) => [key, draft[key]])) as TypedPart
  const missed = identityHidden || Object.values(texts).some((text) => text !== null && text !== '')
  return missed ? { collector, identityHidden, ...texts } : null
}

/** A fresh draft with what was typed before, as far as it still fits the card. */
export function resumedDraft(part: TypedPart, detail: CardDetail): Draft {
  const fresh = emptyDraft(detail)
  if (!detail.collectors.includes(part.collector)) return fresh
  const known = detail.household.some(({ memberId }) => memberId === part.memberId)
  return { ...fresh, ...part, memberId: known ? part.memberId : null }
}
