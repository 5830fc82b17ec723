import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applyAct } from '#shared/domain/act/acts.ts'
import { RowSet } from '#shared/domain/act/row-set.ts'
import type { Outcome } from '#shared/domain/act/rule.ts'
import { undone } from '#shared/domain/act/testing/an-act.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { aCard, aFact, scope } from '../../testing/rows.ts'
import type { KeptCommand } from '../../usecases/stores.ts'
import { type BaseOfCard, overlay } from './overlay.ts'

const device = {
  deviceId: 'd-1',
  deviceCode: '02',
  deviceName: 'KTB-02',
  homeScope: scope,
  scopes: [scope],
  generation: 1,
}
const ready: BaseOfCard = { card: aCard('k-1'), handovers: [], openCase: null }

const given = (handoverId: string): Act => ({ type: 'handover.record', payload: aFact('k-1', handoverId) })
const takenBack = (undoId: string, handoverId: string): Act => undone(undoId, handoverId, 'k-1')

const command = (act: Act, verdict: KeptCommand['verdict'] = null): KeptCommand => ({
  commandId: `c-${act.type}-${JSON.stringify(act.payload).length}`,
  seq: 1,
  type: act.type,
  at: '2026-11-24T02:14:00.000Z',
  payload: JSON.stringify(act.payload),
  verdict,
})

/** The centre: what it holds after each act that it accepted, and what it answered. */
function centre(acts: readonly Act[]) {
  const rows = new RowSet()
  rows.put({ entity: 'card', id: 'k-1', row: aCard('k-1') })
  const states = [baseIn(rows)]
  const verdicts: Outcome['verdict'][] = []
  for (const [at, act] of acts.entries()) {
    const acceptedAt = '2026-11-24T02:15:00.000Z'
    const seen = { scope, deviceId: 'd-9', acceptedAt, permitted: true, flags: [], caseId: `case-${at}` }
    const { changed, verdict } = applyAct(act, rows, seen)
    for (const change of changed) rows.put(change)
    verdicts.push(verdict)
    states.push(baseIn(rows))
  }
  return { states, verdicts, base: states.at(-1) ?? ready }
}

const baseIn = (rows: RowSet): BaseOfCard => ({
  card: rows.get('card', 'k-1'),
  handovers: rows.about('handover', 'k-1'),
  openCase: rows.about('case', 'k-1').find(({ state }) => state === 'open') ?? null,
})

const state = ({ card }: ReturnType<typeof overlay>) => [card?.row.state, card?.centre]
const standings = ({ handovers }: ReturnType<typeof overlay>) =>
  handovers.map(({ row, centre: mark }) => [row.id, row.standing, mark])

test('a hand-over that waits is shown on the card, marked as waiting', () => {
  expect(state(overlay(ready, [command(given('h-1'))], device))).toEqual(['handed-over', 'waiting'])
})

test('between its verdict and the pull that brings it the card stays handed over', () => {
  expect(state(overlay(ready, [command(given('h-1'), 'applied')], device))).toEqual(['handed-over', 'recorded'])
})

test('a pending hand-over of a card that another desk handed over would clash, and the base stays as it is', () => {
  const shown = overlay(centre([given('h-other')]).base, [command(given('h-1'))], device)
  expect(state(shown)).toEqual(['handed-over', 'will-clash'])
  expect(shown.card?.row.handedOver?.handoverId).toBe('h-other')
  expect(standings(shown)).toEqual([
    ['h-other', 'stands', 'recorded'],
    ['h-1', 'contested', 'will-clash'],
  ])
})

test('the row of its own hand-over came, that of the card not yet: it does not become ready again', () => {
  const half = { ...centre([given('h-1')]).base, card: ready.card }
  expect(state(overlay(half, [command(given('h-1'), 'applied')], device))).toEqual(['handed-over', 'recorded'])
})

test('an undone hand-over that waits: the card is ready again at once and the hand-over stays, both marked as waiting', () => {
  const pending = [command(given('h-1')), command(takenBack('u-1', 'h-1'))]
  const shown = overlay(ready, pending, device)
  expect(state(shown)).toEqual(['ready', 'waiting'])
  expect(shown.card?.row.handedOver).toBeNull()
  expect(standings(shown)).toEqual([['h-1', 'undone', 'waiting']])
  const known = overlay(centre([given('h-1')]).base, pending.slice(1), device)
  expect([state(known), standings(known)]).toEqual([['ready', 'waiting'], [['h-1', 'undone', 'waiting']]])
})

test('handed over, taken back and handed over again, all waiting: the second hand-over stands', () => {
  const acts = [given('h-1'), takenBack('u-1', 'h-1'), given('h-2')]
  const shown = overlay(
    ready,
    acts.map((act) => command(act)),
    device,
  )
  expect(state(shown)).toEqual(['handed-over', 'waiting'])
  expect(standings(shown).map(([id, standing]) => [id, standing])).toEqual([
    ['h-1', 'undone'],
    ['h-2', 'stands'],
  ])
})

test('an undoing of a hand-over that another desk took back before would clash, and the card stays ready', () => {
  const { base } = centre([given('h-1'), takenBack('u-other', 'h-1')])
  expect(state(overlay(base, [command(takenBack('u-1', 'h-1'))], device))).toEqual(['ready', 'will-clash'])
})

const handovers = ['h-1', 'h-2', 'h-3']
const anyActs = fc
  .shuffledSubarray([
    ...handovers.map(given),
    ...handovers.map((id) => takenBack(`u-${id}`, id)),
    takenBack('u-again', 'h-1'),
  ])
  .chain((acts) => fc.tuple(fc.constant(acts), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })))

test('once the centre holds all acts the overlay adds nothing, whichever of them are its own', () => {
  fc.assert(
    fc.property(anyActs, ([acts, mine]) => {
      const { base, verdicts } = centre(acts)
      const own = acts.flatMap((act, at) => (mine[at] ? [command(act, verdicts[at])] : []))
      const shown = overlay(base, own, device)
      expect(shown.card?.row).toEqual(base.card)
      expect(shown.card?.differs).toBe(false)
      expect(shown.handovers.filter(({ differs }) => differs)).toEqual([])
      // The answer may be lost while the rows come: then it is the same.
      const unanswered = own.map((one) => ({ ...one, verdict: null }))
      expect(overlay(base, unanswered, device)).toEqual(shown)
    }),
  )
})

test('what the device shows before the centre answered is what the centre decides if nobody else was there', () => {
  fc.assert(
    fc.property(anyActs, fc.nat(8), ([acts], answered) => {
      const { base, states, verdicts } = centre(acts)
      const before = states[Math.min(answered, acts.length)] ?? ready
      const own = acts.map((act, at) => command(act, at < answered ? verdicts[at] : null))
      const shown = overlay(before, own, device)
      expect(simple(shown.card?.row, shown.handovers)).toEqual(simple(base.card, asShown(base)))
    }),
  )
})

test('rows of one act may come in any order and more than once: the card is never shown as before an act of its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }), (rounds, came) => {
      // One desk alone: given, taken back, given …, so that no act contradicts another.
      const acts = handovers.slice(0, rounds).flatMap((id) => [given(id), takenBack(`u-${id}`, id)])
      const { states, verdicts, base } = centre(acts)
      const version = (of: number) => states[Math.min(came[of] ?? 0, acts.length)] ?? ready
      const mixed: BaseOfCard = {
        card: version(0).card,
        handovers: handovers.flatMap((id, at) => version(at + 1).handovers.filter((row) => row.id === id)),
        openCase: null,
      }
      const own = acts.map((act, at) => command(act, verdicts[at]))
      const shown = overlay(mixed, own, device)
      expect(simple(shown.card?.row, shown.handovers)).toEqual(simple(base.card, asShown(base)))
      expect(shown.card?.centre).toBe('recorded')
    }),
  )
})

const asShown = (base: BaseOfCard) => base.handovers.map((row) => ({ row }))

/** What both sides must agree on; when it was accepted and by which device is the centre's to say. */
const simple = (card: Card | null | undefined, all: readonly { readonly row: Handover }[]) => ({
  state: card?.state,
  handedOver: card?.handedOver,
  handovers: all.map(({ row }) => `${row.id} ${row.standing}`).sort(),
})
