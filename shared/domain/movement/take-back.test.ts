import { expect, test } from 'vitest'
import { AWorld, aCard, moved } from '../act/testing/an-act.ts'
import { refusalOfTakeBack, type TakeBackAttempt } from './take-back.ts'

const at = '2026-11-24T02:14:00.000Z'
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
const terms = { undo: { minutesByClerk: 30, daysWithSupervisor: 3 } }

const set = (from: 'ready' | 'damaged') => ({ at, from, to: 'damaged', staffId: 'rini' }) as const
const refusal = (attempt: Partial<TakeBackAttempt>, lines: Parameters<typeof refusalOfTakeBack>[0] = [set('ready')]) =>
  refusalOfTakeBack(lines, { staffId: 'rini', supervisor: false, now: at, ...attempt }, terms)

test('who recorded a card as damaged takes it back within half an hour, a supervisor within three days, nobody after', () => {
  expect([refusal({ now: later(30) }), refusal({ now: later(31) })]).toEqual([null, 'undo-needs-supervisor'])
  expect(refusal({ staffId: 'fauzi', now: later(1) })).toBe('undo-needs-supervisor')
  const byHendra = { staffId: 'hendra', supervisor: true }
  expect(refusal({ ...byHendra, now: later(3 * 1440) })).toBeNull()
  expect(refusal({ ...byHendra, now: later(3 * 1440 + 1) })).toBe('undo-too-late')
  expect(refusal({}, [set('damaged')])).toBe('move-wrong-state')
})

test('a card that was recorded as wrong by mistake lies ready again, and the ledger keeps both lines', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(moved('m-1', 'wrong-data', 'k-1'))
  expect(world.apply(moved('m-2', 'taken-back', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'ready' })
  expect(world.movementsOf('k-1').map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['wrong-data', 'ready', 'damaged'],
    ['taken-back', 'damaged', 'ready'],
  ])
})

test('a card that went back to the Dinas meanwhile stays there: the fact is kept, and a case opened', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(moved('m-1', 'damaged', 'k-1'))
  world.apply(moved('m-2', 'returned', 'k-1'))
  expect(world.apply(moved('m-3', 'taken-back', 'k-1'))).toMatchObject({ verdict: 'conflict', code: 'card-elsewhere' })
  expect(world.card('k-1')).toMatchObject({ state: 'returned' })
})
