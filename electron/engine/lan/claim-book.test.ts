import { beforeEach, expect, test } from 'vitest'
import { ClaimBook } from './claim-book.ts'
import { limits } from './messages.ts'

let elapsed = 0
beforeEach(() => {
  elapsed = 0
})
const bookOf = (deviceId: string) => new ClaimBook(deviceId, () => elapsed)

test('a claim stands against every other desk until it ends by itself, is renewed by who has it, and is given back by nobody else', () => {
  const book = bookOf('b')
  expect(book.give('k-1', 'a', 5_000)).toBeNull()
  expect(book.give('k-1', 'c', 5_000)).toEqual({ cardId: 'k-1', deviceId: 'a', leftMs: 5_000 })
  elapsed = 4_000
  expect(book.heldByOther('k-1')).toEqual({ cardId: 'k-1', deviceId: 'a', leftMs: 1_000 })
  expect(book.give('k-1', 'a', 5_000)).toBeNull()
  book.end('k-1', 'c')
  elapsed = 8_999
  expect(book.heldByOther('k-1')).toMatchObject({ deviceId: 'a' })
  elapsed = 9_000
  expect(book.heldByOther('k-1')).toBeNull()
  expect(book.give('k-1', 'c', 5_000)).toBeNull()
})

test('of two desks that ask at the same moment the lower id has it, at both ends', () => {
  const [a, b] = [bookOf('a'), bookOf('b')]
  a.ask('k-1', 5_000)
  b.ask('k-1', 5_000)
  expect(a.give('k-1', 'b', 5_000)).toMatchObject({ deviceId: 'a' })
  expect(b.give('k-1', 'a', 5_000)).toBeNull()
  expect([a.confirm('k-1'), b.confirm('k-1')]).toEqual([true, false])
  expect(b.heldByOther('k-1')).toMatchObject({ deviceId: 'a' })
})

test('what a desk has for sure it yields to nobody', () => {
  const book = bookOf('b')
  book.ask('k-1', 5_000)
  expect(book.confirm('k-1')).toBe(true)
  book.ask('k-1', 5_000)
  expect(book.give('k-1', 'a', 5_000)).toMatchObject({ deviceId: 'b' })
  book.end('k-1')
  expect(book.give('k-1', 'a', 5_000)).toBeNull()
})

test('nobody claims for longer than the limit, nor the whole shelf', () => {
  const book = bookOf('b')
  book.give('k-1', 'a', 999_999_999)
  expect(book.heldByOther('k-1')?.leftMs).toBe(limits.longestClaimMs)
  for (let card = 0; card < 1_500; card++) book.give(`all-${card}`, 'c', 5_000)
  expect(book.heldByOther('all-998')).toMatchObject({ deviceId: 'c' })
  expect(book.heldByOther('all-1001')).toBeNull()
})

test('a claim that is asked for again goes on; that of a desk that died is over soon', () => {
  let now = 0
  const book = new ClaimBook('b', () => now)
  for (let asked = 0; asked < 20; asked++) {
    expect(book.give('k-1', 'a', limits.longestClaimMs)).toBeNull()
    now += 15_000
    expect(book.heldByOther('k-1')).toMatchObject({ deviceId: 'a' })
  }
  now += limits.longestClaimMs - 15_000
  expect(book.heldByOther('k-1')).toBeNull()
  expect(limits.longestClaimMs).toBeLessThanOrEqual(60_000)
})
