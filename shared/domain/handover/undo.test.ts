import { expect, test } from 'vitest'
import { AWorld, aCard, handedOver, settled, undone } from '../act/testing/an-act.ts'
import { decideUndo, type UndoAttempt, undoneTooLate } from './undo.ts'

const region = {
  undo: { minutesByClerk: 30, daysWithSupervisor: 3 },
  limits: {
    ...{ daysSinceOnlineSignIn: 7, daysSinceSync: 14, clockSkewWarnSeconds: 120 },
    ...{ pickUpsForOtherHouseholdsPerDay: 3, uncollectedReminderDays: 30, uncollectedReturnDays: 90 },
  },
}
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

test('what a supervisor found not to stand is taken back by whoever has the card again, at any time, once the case is closed', () => {
  const made = new AWorld([aCard('k-1')])
  made.apply(handedOver('h-1', 'k-1'), { permitted: false })
  expect(decided({}, made)).toBe('case-open')
  made.apply(settled('s-1', 'k-1', made.caseOf('k-1')?.id ?? '', null, { decision: 'rejected' }))
  expect(decided({ staffId: 'fauzi', now: later(30 * 24 * 60) }, made)).toBeNull()
  made.apply(undone('u-1', 'h-1', 'k-1'))
  expect(decided({}, made)).toBe('nothing-to-undo')
})

const given = { at: givenAt, acceptedAt: givenAt, staffId: 'rini', standing: 'stands' } as const
/** Undone so many minutes later, as the desk says; heard of at the same time unless told otherwise. */
const late = (minutes: number, more: Partial<Parameters<typeof undoneTooLate>[1]> = {}, supervised = false) => {
  const at = later(minutes)
  return undoneTooLate(given, { at, acceptedAt: at, staffId: 'rini', offline: true, ...more }, supervised, region)
}

test('looking back the centre draws the same lines: half an hour for who gave the card, three days with a supervisor', () => {
  expect([late(30), late(31), late(1, { staffId: 'fauzi' })]).toEqual([false, true, true])
  expect([late(3 * 1440, {}, true), late(3 * 1440 + 1, {}, true)]).toEqual([false, true])
  expect([late(3 * 1440, { staffId: 'h' }, true), late(3 * 1440 + 1, { staffId: 'h' }, true)]).toEqual([false, true])
  const rejected = { ...given, standing: 'set-aside' } as const
  const atLast = { at: later(30 * 1440), acceptedAt: later(30 * 1440), staffId: 'fauzi', offline: true }
  expect(undoneTooLate(rejected, atLast, false, region)).toBe(false)
})

test('a clock that was set back gets round none of it: before the hand-over, or heard of later than a device may stay away', () => {
  expect(late(-1, {}, true)).toBe(true)
  expect([late(1, { acceptedAt: later(13 * 1440) }), late(1, { acceptedAt: later(40 * 1440) })]).toEqual([false, true])
  const online = { offline: false }
  expect([late(1, { ...online, acceptedAt: later(60) }), late(1, { ...online, acceptedAt: later(120) })]).toEqual([
    false,
    true,
  ])
  expect(late(1, { acceptedAt: null })).toBe(false)
})

test('an undoing outside the time rules is kept as it happened: the card lies ready, flagged, and a case is open', () => {
  const made = world()
  const outcome = made.apply(undone('u-1', 'h-1', 'k-1'), { flags: ['undo-too-late'] })
  expect(outcome).toMatchObject({ verdict: 'applied', code: 'undo-too-late', caseId: made.caseOf('k-1')?.id })
  expect(made.card('k-1')).toMatchObject({ state: 'ready', caseId: outcome.caseId })
  expect(made.handover('h-1')?.standing).toBe('undone')
  expect(made.movementsOf('k-1')).toMatchObject([{ kind: 'undone', flags: ['undo-too-late'] }])
})
