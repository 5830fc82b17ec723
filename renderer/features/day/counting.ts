import type { ClosingDraft, DrawerCard, ExtraInDrawer } from '#shared/contract/engine/shifts.ts'
import type { BoxPlace } from '#shared/domain/shift/count-drawer.ts'

/** What was typed for one box; '' is not counted yet. */
export type BoxCount = ClosingDraft['boxes'][number]

const placeless = { rack: '', box: '' }

/** Every box in which cards should lie, in the order of the shelf, as far as they were counted; last what lies in no box. */
export function boxesOf(cards: readonly DrawerCard[], counted: readonly BoxCount[] = []): BoxCount[] {
  const places = [...cards.filter(({ rack, box }) => rack || box), ...counted, placeless]
  const boxes = new Map<string, BoxCount>()
  for (const place of places) {
    const known = counted.find((one) => isSameBox(one, place))
    boxes.set(`${place.rack}\n${place.box}`, known ?? { rack: place.rack, box: place.box, ktpEl: '', kia: '' })
  }
  const nowhere = [...boxes.values()].filter((one) => isSameBox(one, placeless))
  return [...[...boxes.values()].filter((one) => !isSameBox(one, placeless)), ...nowhere]
}

/** Is there nothing more to count in it? Where no card should lie outside the boxes, nothing need be said of that. */
export const isCounted = (one: BoxCount, cards: readonly DrawerCard[]): boolean =>
  one.ktpEl !== '' || one.kia !== '' || !cards.some((card) => isSameBox(card, one))

export const isSameBox = (one: BoxPlace, other: BoxPlace): boolean => one.rack === other.rack && one.box === other.box

/** One card more in its box. */
function withOneMore(boxes: readonly BoxCount[], card: DrawerCard): BoxCount[] {
  const field = card.cardKind === 'kia' ? 'kia' : 'ktpEl'
  return boxes.map((one) => (isSameBox(one, card) ? { ...one, [field]: String(Number(one[field]) + 1) } : one))
}

/** The count with a card that was scanned where it should lie. */
export const withScanned = (draft: ClosingDraft, card: DrawerCard): ClosingDraft => ({
  ...draft,
  scanned: [...draft.scanned, card.cardId],
  boxes: withOneMore(draft.boxes, card),
})

/** The count with a card that should not lie there, or with another word about it. */
export const withExtra = (draft: ClosingDraft, extra: ExtraInDrawer): ClosingDraft => {
  const known = draft.extras.some((one) => one.labelCode === extra.labelCode)
  const extras = draft.extras.map((one) => (one.labelCode === extra.labelCode ? extra : one))
  return { ...draft, extras: known ? extras : [...extras, extra] }
}

export const asNumbers = ({ rack, box, ktpEl, kia }: BoxCount) => ({
  rack,
  box,
  ktpEl: Number(ktpEl),
  kia: Number(kia),
})
