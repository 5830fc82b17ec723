import { afterEach, expect, test } from 'vitest'
import type { ClaimCase } from '#shared/domain/claim/claim.ts'
import { claimAfter, happened } from '#shared/domain/claim/testing/a-claim.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import { png } from '../../testing/a-png.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, aFact, aPerson, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const wib = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`).toISOString()
const given = (id: string, at: string, more: Partial<Handover> = {}): Handover => ({
  ...aFact(`card-${id}`, id),
  ...{ id, scope, deviceId: 'device-9', acceptedAt: wib(at), at: wib(at), standing: 'stands', flags: [] },
  ...more,
})
const staff = [aPerson('rini'), aPerson('fauzi', { roles: ['counter'] }), aPerson('hendra', { roles: ['supervisor'] })]
const summary = () => counter.get('home.summary', {})
const kinds = async () => (await summary()).todo.map((one) => ('step' in one ? `${one.kind} ${one.step}` : one.kind))

test('today counts what was handed over since midnight here, per clerk: nothing that was undone or set aside', async () => {
  counter = await Counter.with({
    staff,
    cards: [aCard('k-1'), aCard('k-2')],
    changes: [
      change('handover', given('late-yesterday', '2026-11-23 23:59')),
      change('handover', given('first', '2026-11-24 00:01', { staffId: 'fauzi' })),
      change('handover', given('second', '2026-11-24 08:00', { staffId: 'fauzi' })),
      change('handover', given('undone', '2026-11-24 08:01', { standing: 'undone' })),
      change('handover', given('set-aside', '2026-11-24 08:02', { standing: 'set-aside' })),
    ],
  })
  await counter.signIn('rini')
  counter.centre.reachable = false
  await counter.get('handover.record', handOverToOwner('k-1'))
  expect((await summary()).today).toMatchObject({
    handedOver: 3,
    ready: 1,
    clerks: [
      { staffId: 'fauzi', name: 'Petugas fauzi', handedOver: 2, unsent: 0 },
      { staffId: 'rini', name: 'Petugas rini', handedOver: 1, unsent: 1 },
    ],
  })
})

test('the week has the last six days on which this unit was open, by its own calendar, and says which day it is', async () => {
  counter = await Counter.with({
    staff,
    cards: [aCard('k-1', { arrivedAt: wib('2026-11-21 09:30') })],
    changes: [
      change('handover', given('saturday', '2026-11-21 10:00')),
      change('handover', given('today', '2026-11-24 08:00')),
    ],
  })
  await counter.signIn()
  const week = async () => (await summary()).week.map(({ day, arrived, handedOver }) => [day, arrived, handedOver])
  expect(await week()).toEqual([
    ['2026-11-18', 0, 0],
    ['2026-11-19', 0, 0],
    ['2026-11-20', 0, 0],
    ['2026-11-21', 1, 1],
    ['2026-11-23', 0, 0],
    ['2026-11-24', 0, 1],
  ])
  const { office } = await counter.deps.reading((db) => db.settings.region())
  const calendar = unitCalendar({ scope, kind: 'kelurahan', zone: 'Asia/Jakarta' }, { office })
  const closed = { kind: 'closure', name: 'Tutup', hours: [], working: false } as const
  await counter.pull([change('office-calendar', { ...calendar, exceptions: { '2026-11-24': closed } })])
  expect((await week()).map(([day]) => day)).toEqual([
    ...['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-23'],
  ])
  expect((await summary()).day).toBe('2026-11-24')
})

test('every open case is counted, also one about no card, and money that left twice is not passed over in silence', async () => {
  const file = (id: string, cardId: string | null): Case => ({
    ...{ id, scope, kind: 'flagged-fact', cardId, handoverIds: [], state: 'open', openedAt: wib('2026-11-24 08:00') },
    acts: [],
  })
  const done = [
    happened.taken('fauzi'),
    happened.checked('rini'),
    happened.approved('hendra'),
    happened.ordered('hendra'),
  ]
  const twice = claimAfter(...done, happened.paid('fauzi'), happened.paid('rini', 'again'))
  const claimCase: ClaimCase = {
    ...{ id: 'claim-case:a-1', scope, applicationId: 'a-1', claimId: 'claim:a-1', reasons: ['paid-twice'] },
    ...{ happeningIds: ['paid', 'again'], state: 'open', openedAt: wib('2026-11-24 08:00') },
  }
  counter = await Counter.with({
    staff,
    cards: [aCard('k-1')],
    changes: [
      ...[file('c-1', 'k-1'), file('c-2', null), file('c-3', null)].map((one) => change('case', one)),
      change('claim', { ...twice, id: 'claim:a-1', scope, caseId: claimCase.id, acts: [] }),
      change('claim-case', { ...claimCase, acts: [] }),
    ],
  })
  await counter.signIn('hendra')
  const { todo } = await summary()
  expect(todo.find(({ kind }) => kind === 'conflict')).toEqual({
    ...{ kind: 'conflict', count: 3, ownerName: null, caseId: null },
  })
  expect(todo.find(({ kind }) => kind === 'claims')).toMatchObject({ step: 'settle', count: 1, claimId: 'claim:a-1' })
  expect((await counter.get('claim.list', { state: 'case', month: null })).rows).toMatchObject([{ state: 'paid' }])
})

test('a shift that is not open while the office is, and one that is still open after it closed, is a line of its own', async () => {
  counter = await Counter.with({ staff, cards: [aCard('k-1')] })
  await counter.signIn()
  expect(await kinds()).toEqual(['shift open'])
  await counter.get('shift.open', { counted: { ktpEl: 1, kia: 0 }, explanation: null, signature: png })
  expect((await kinds()).filter((kind) => kind.startsWith('shift'))).toEqual([])
  counter.clock.pass(7 * 60)
  await counter.signIn()
  expect((await kinds()).filter((kind) => kind.startsWith('shift'))).toEqual(['shift close'])
})
