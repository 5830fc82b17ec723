import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import {
  type BlankEntry,
  type BlanksMoved,
  changeOf,
  countsFollowed,
  lastCount,
  needsReason,
  stockOf,
} from './blank-entry.ts'

const moved = (entryId: string, more: Partial<BlanksMoved>): Act => ({
  type: 'blanks.move',
  payload: {
    entryId,
    at: '2026-11-24T02:14:00.000Z',
    staffId: 'ratna',
    staffName: 'Ratna',
    staffCode: 'SIO-D01',
    deviceCode: '01',
    kind: 'in',
    cardKind: 'ktp-el',
    quantity: 100,
    expected: null,
    number: null,
    reason: null,
    offline: false,
    ...more,
  },
})

const seen = { scope: '3578', deviceId: 'd-1', acceptedAt: null, permitted: true, flags: [], caseId: 'case-1' }

function bookOf(acts: readonly Act[]): readonly BlankEntry[] {
  const rows = new RowSet()
  for (const act of acts) for (const change of applyAct(act, rows, seen).changed) rows.put(change)
  return rows.all().map(({ row }) => row as BlankEntry)
}

test('what came in less what was used and spoiled is the stock, and a count corrects it by what was seen to differ', () => {
  const book = bookOf([
    moved('b-1', { quantity: 500 }),
    moved('b-2', { kind: 'used', quantity: 120 }),
    moved('b-3', { kind: 'spoiled', quantity: 3, reason: 'Salah cetak' }),
    moved('b-4', { kind: 'counted', quantity: 375, expected: 377, reason: 'Dua keping hilang' }),
  ])
  expect(book.map(changeOf)).toEqual([500, -120, -3, -2])
  expect(stockOf(book)).toBe(375)
  expect(book.map((one) => needsReason(one, 500))).toEqual([false, false, true, true])
})

test('what is used or spoiled beyond what the book says is there asks for a reason', () => {
  const [used] = bookOf([moved('b-1', { kind: 'used', quantity: 120 })])
  if (!used) throw new Error('no line')
  expect([needsReason(used, 120), needsReason(used, 119)]).toEqual([false, true])
})

const count = (entryId: string, quantity: number, expected: number, after: string | null) =>
  moved(entryId, { kind: 'counted', quantity, expected, after, reason: 'Hilang' })

test('two desks that count the same stock beside each other take one difference, whoever of them comes first', () => {
  const [begin, one, other] = [
    moved('b-1', { quantity: 500 }),
    count('b-2', 498, 500, null),
    count('b-3', 498, 500, null),
  ]
  expect(stockOf(bookOf([begin, one, other]))).toBe(498)
  expect(stockOf(bookOf([begin, other, one]))).toBe(498)
  expect([...countsFollowed(bookOf([begin, one, other]))]).toEqual(['b-3'])
  const used = moved('b-4', { kind: 'used', quantity: 8 })
  expect(stockOf(bookOf([begin, one, used, other]))).toBe(490)
})

test('a count on top of another follows both; it is followed also where a count beside the first one comes late', () => {
  const [begin, first, beside] = [
    moved('b-1', { quantity: 500 }),
    count('b-5', 497, 500, null),
    count('b-9', 499, 500, null),
  ]
  const next = count('b-6', 496, 497, 'b-5')
  expect(lastCount(bookOf([begin, first]))).toBe('b-5')
  expect(lastCount(bookOf([begin, first, next]))).toBe('b-6')
  expect(stockOf(bookOf([begin, first, next]))).toBe(496)
  const onTop = count('b-a', 495, 496, 'b-6')
  expect(stockOf(bookOf([begin, first, next, onTop, beside]))).toBe(495)
  expect(stockOf(bookOf([beside, onTop, begin, next, first]))).toBe(495)
})

test('a line by somebody who might not is in the book, and a case', () => {
  const rows = new RowSet()
  const told = applyAct(moved('b-1', {}), rows, { ...seen, permitted: false })
  expect(told).toMatchObject({ verdict: 'applied', code: 'not-permitted', caseId: 'case-1' })
  for (const change of told.changed) rows.put(change)
  expect(rows.get('blank-entry', 'b-1')?.quantity).toBe(100)
  expect(rows.get('case', 'case-1')).toMatchObject({ cardId: null, state: 'open', blankEntryIds: ['b-1'] })
})

const entry = fc.record({
  kind: fc.constantFrom<BlanksMoved['kind']>('in', 'used', 'spoiled', 'counted'),
  quantity: fc.nat(500),
  expected: fc.nat(500),
  after: fc.option(fc.nat(7).map((at) => `b-${at}`)),
})

test('entries may come in any order and more than once: the stock is the same', () =>
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), fc.nat(), (entries, turn) => {
      const acts = entries.map((one, at) => moved(`b-${at}`, one))
      const at = turn % (acts.length + 1)
      const turned = [...acts.slice(at), ...acts, ...acts.slice(0, at)]
      expect(stockOf(bookOf(turned))).toBe(stockOf(bookOf(acts)))
    }),
  ))
