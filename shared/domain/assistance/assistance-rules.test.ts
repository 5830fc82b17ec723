import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Assistance } from './assistance.ts'
import { noteFits } from './note-fits.ts'

const at = '2026-11-24T02:00:00.000Z'
const seen: Seen = {
  ...{ scope: '3578071004', deviceId: 'd-1', acceptedAt: at, permitted: true, flags: [], caseId: 'case-1' },
}
const by = (staffId: string, minute = 0) => ({
  at: new Date(Date.parse(at) + minute * 60_000).toISOString(),
  ...{ staffId, staffName: staffId, staffCode: `X-${staffId}`, deviceCode: '02', offline: true },
})
const recorded: Act = {
  type: 'assistance.record',
  payload: { ...by('rini'), assistanceId: 'h-1', kind: 'ikd', people: 3, kelurahan: '3578071004', note: null },
}
const withdrawn = (withdrawId: string, staffId: string, minute: number): Act => ({
  type: 'assistance.withdraw',
  payload: { ...by(staffId, minute), withdrawId, assistanceId: 'h-1' },
})

function after(acts: readonly Act[], how: Partial<Seen> = {}) {
  const rows = new RowSet()
  const outcomes = acts.map((one) => applyAct(one, rows, { ...seen, ...how }))
  return { row: rows.get('assistance', 'h-1') as Assistance, outcomes }
}

test('an entry lies where it was made, told twice it is one, and one that was a mistake stays with who said so', () => {
  const { row } = after([recorded, recorded, withdrawn('w-1', 'fauzi', 5)])
  expect([row.scope, row.people, row.withdrawn?.staffId]).toEqual(['3578071004', 3, 'fauzi'])
})

test('two desks that take one entry back at once: whichever comes first, the earlier has done it', () => {
  const both = [withdrawn('w-1', 'rini', 5), withdrawn('w-2', 'fauzi', 4)]
  fc.assert(
    fc.property(fc.shuffledSubarray([...both, ...both], { minLength: 2 }), (some) => {
      const { row, outcomes } = after([recorded, ...some, ...both])
      expect(row.withdrawn?.staffId).toBe('fauzi')
      expect(outcomes.every(({ verdict }) => verdict === 'applied')).toBe(true)
    }),
  )
})

test('what nobody knows is for a person to look at; what somebody might not do is kept and marked', () => {
  expect(after([withdrawn('w-1', 'rini', 5)]).outcomes).toMatchObject([
    { verdict: 'conflict', code: 'assistance-unknown' },
  ])
  expect(after([recorded], { permitted: false }).row.flags).toEqual(['not-permitted'])
})

test('a note bears no number of a person and no address', () => {
  for (const good of ['Posyandu RW 5', 'Balai RW 04, tahun 2026, 25 lansia', '']) expect(noteFits(good)).toBe(true)
  for (const bad of ['3578015204900001', 'HP 0812-3456-7890', 'kitir KNG-2611-048201', 'dewi@contoh.id'])
    expect(noteFits(bad)).toBe(false)
})
