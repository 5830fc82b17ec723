import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { isNik } from '#shared/domain/nik/check-nik.ts'

export type Checked = OutputOf<'bulk.check'>['lines'][number]
type Doubt = Checked['doubts'][number]
export type Missing =
  | 'cards'
  | 'name'
  | 'place'
  | 'person'
  | 'nik'
  | 'letter'
  | 'seen'
  | 'doubt'
  | 'oldCards'
  | 'signature'

/** Lines that will be handed over: ticked, and allowed by the rules. */
export const given = (list: BulkDraft, checked: ReadonlyMap<string, Checked>) =>
  list.cards.filter(({ cardId, received }) => received && checked.get(cardId)?.refusal === null)

/** What makes one look twice at who is in charge, for the lines that will be handed over; each once. */
export const doubtsOf = (list: BulkDraft, checked: ReadonlyMap<string, Checked>): readonly Doubt[] => [
  ...new Set(given(list, checked).flatMap(({ cardId }) => checked.get(cardId)?.doubts ?? [])),
]

/** What is still to be done, in the order of the screen. */
export function missingOf(list: BulkDraft, checked: ReadonlyMap<string, Checked>, signature: string | null) {
  const { group, inCharge, letter, doubtReason } = list
  const lines = given(list, checked)
  const old = lines.some(({ cardId, withdrawn }) => checked.get(cardId)?.oldCard === 'withdraw' && !withdrawn)
  const checks: ReadonlyArray<readonly [Missing, boolean]> = [
    ['cards', lines.length === 0],
    ['name', group.name.trim().length < 2],
    ['place', group.place.trim().length < 2],
    ['person', inCharge.name.trim().length < 3],
    ['nik', !isNik(inCharge.nik)],
    ['letter', letter.number.trim() === '' || letter.date === ''],
    ['seen', !inCharge.seen],
    ['doubt', doubtsOf(list, checked).length > 0 && doubtReason.trim().length < 3],
    ['oldCards', old],
    ['signature', signature === null],
  ]
  return checks.filter(([, open]) => open).map(([what]) => what)
}

/** The command of a list from which nothing is missing. Only what may be given is sent. */
export function inputOf(
  list: BulkDraft,
  checked: ReadonlyMap<string, Checked>,
  signature: string,
): InputOf<'bulk.record'> {
  const { group, receivedBy, inCharge, letter } = list
  const doubtReason = list.doubtReason.trim().length < 3 ? null : list.doubtReason.trim()
  const cards = given(list, checked).map(({ cardId, withdrawn, label }) => ({ cardId, withdrawn, label }))
  return { group, receivedBy, inCharge, letter, checked: list.checked, doubtReason, signature, cards }
}
