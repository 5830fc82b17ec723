import { expect, test } from 'vitest'
import { AWorld, aCard, handedOver } from '../act/testing/an-act.ts'
import { decideUndo, type UndoAttempt } from './undo.ts'

const region = { undo: { minutesByClerk: 30, daysWithSupervisor: 3 } }
const givenAt = '2026-11-24T02:14:00.000Z'
const later = (minutes: number) => new Date(Date.parse(givenAt) + minutes * 60_000).toISOString()

function world() {
  const made = new AWorld([aCard('k-1')])
  made.apply(handedOver('h-1', 'k-1'))
  return made
}

function decided(attempt: Partial<UndoAttempt>, made = world()) {
  const card = made.card('k-1')
  if (!card) throw new Error('no card')
  const clerk = { staffId: 'rini', roles: ['kelurahan'] as const, override: null, now: givenAt }
  return decideUndo(card, made.handover('h-1'), { ...clerk, ...attempt }, region)
}

test('who gave the card may take it back within half an hour, and not a minute longer', () => {
  expect(decided({ now: later(30) })).toBeNull()
  expect(decided({ now: later(31) })).toBe('undo-needs-supervisor')
  expect(decided({ staffId: 'fauzi', now: later(1) })).toBe('undo-needs-supervisor')
})

test('with a supervisor there are three days, and then nobody may', () => {
  const override = { means: 'on-the-spot', reason: 'Salah orang', supervisorId: 'h', supervisorName: 'Hendra' } as const
  expect(decided({ override, now: later(3 * 24 * 60) })).toBeNull()
  expect(decided({ roles: ['supervisor'], now: later(3 * 24 * 60 + 1) })).toBe('undo-too-late')
})

test('a card that was never given, or that is in a case, is not taken back', () => {
  expect(decided({}, new AWorld([aCard('k-1')]))).toBe('nothing-to-undo')
  const contested = world()
  contested.apply(handedOver('h-2', 'k-1'))
  expect(decided({}, contested)).toBe('case-open')
})
