import { expect, test } from 'vitest'
import type { Card, CardState } from '../card/card.ts'
import type { ClerkMove } from './card-move-rule.ts'
import { refusalOfMove } from './decide-move.ts'

const now = '2026-11-24T02:00:00.000Z'
const limits = { uncollectedReminderDays: 30, uncollectedReturnDays: 90 }
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const aCard = (state: CardState, days = 1) => ({ state, arrivedAt: daysAgo(days) }) as Card
const refusal = (state: CardState, kind: ClerkMove, days = 1) => refusalOfMove(aCard(state, days), kind, now, limits)

test('a card on the shelf may be put elsewhere and told damaged, misprinted, lost or wrong at any age', () => {
  for (const kind of ['stored', 'damaged', 'misprinted', 'lost', 'wrong-data'] as const)
    expect([kind, refusal('ready', kind)]).toEqual([kind, null])
})

test('what was handed over, went back or is on its way cannot be moved, whatever is to be done', () => {
  for (const state of ['handed-over', 'returned', 'shipped', 'print-queue'] as const)
    for (const kind of [
      'stored',
      'reminded',
      'damaged',
      'misprinted',
      'lost',
      'found',
      'wrong-data',
      'returned',
    ] as const)
      expect([state, kind, refusal(state, kind, 200)]).toEqual([state, kind, { code: 'move-wrong-state' }])
})

test('only what is lost can be found', () => {
  expect(refusal('lost', 'found')).toBeNull()
  expect(refusal('ready', 'found')).toEqual({ code: 'move-wrong-state' })
})

test('people are reminded from the thirtieth day on', () => {
  expect(refusal('ready', 'reminded', 29.9)).toEqual({ code: 'reminder-too-early', days: 30 })
  expect(refusal('ready', 'reminded', 30)).toBeNull()
})

test('a card goes back from the ninetieth day on, a damaged one on any day', () => {
  expect(refusal('ready', 'returned', 89)).toEqual({ code: 'return-too-early', days: 90 })
  expect(refusal('ready', 'returned', 90)).toBeNull()
  expect(refusal('damaged', 'returned', 0)).toBeNull()
})

test('a card whose day of arrival nobody knows is as young as can be', () => {
  const card = { state: 'ready', arrivedAt: null } as Card
  expect(refusalOfMove(card, 'returned', now, limits)).toEqual({ code: 'return-too-early', days: 90 })
})
