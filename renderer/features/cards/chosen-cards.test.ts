import { expect, test } from 'vitest'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { type ChosenCards, countOf, isChosen, noCards, refreshed, toggled, withCards } from './chosen-cards.ts'

const card = (cardId: string, more: Partial<CardLine> = {}): CardLine => ({
  cardId,
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'new',
  ownerName: 'Sri Wahyuni',
  ownerNikMasked: '3578********0008',
  kitirNumber: 'KNG-1',
  place: null,
  arrivedAt: null,
  ageDays: null,
  promise: { kind: 'none' },
  centre: 'recorded',
  handedOver: null,
  ...more,
})
const ids = (chosen: ChosenCards) => (chosen.kind === 'cards' ? [...chosen.cards.keys()] : 'whole list')

test('a tick comes and goes, and stands when the list shows other cards', () => {
  const one = toggled(noCards, card('a'))
  const two = toggled(one, card('b'))
  expect(ids(two)).toEqual(['a', 'b'])
  expect(ids(toggled(two, card('a')))).toEqual(['b'])
  expect([isChosen(two, 'a'), isChosen(two, 'c'), countOf(two)]).toEqual([true, false, 2])
})

test('a range is added to what was ticked before, each card once', () => {
  expect(ids(withCards(toggled(noCards, card('b')), [card('a'), card('b'), card('c')]))).toEqual(['b', 'a', 'c'])
})

test('a list too long to act on is ticked as a whole, until one card is ticked by itself', () => {
  const whole: ChosenCards = { kind: 'whole-list', count: 64_000 }
  expect([isChosen(whole, 'any'), countOf(whole)]).toEqual([true, 64_000])
  expect(ids(toggled(whole, card('a')))).toEqual(['a'])
})

test('a ticked card that changed meanwhile is told as it stands now', () => {
  const before = withCards(noCards, [card('a'), card('b')])
  const after = refreshed(before, [card('a', { state: 'handed-over' }), card('z')])
  expect(after.kind === 'cards' && [...after.cards.values()].map(({ state }) => state)).toEqual([
    'handed-over',
    'ready',
  ])
  expect(refreshed(after, [card('z')])).toBe(after)
})
