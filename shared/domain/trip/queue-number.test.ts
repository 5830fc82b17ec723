import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOfLaptop, nextQueueNumber, queueLetter } from './queue-number.ts'

const home = '3578071004'
const laptop = (deviceCode: string, more = {}) => ({ deviceCode, homeScope: home, generation: 1, ...more })

test('the first computer of the unit gives A, the second B, the twenty-seventh AA', () => {
  expect(['01', '02', '26', '27', 'X9'].map((code) => queueLetter(laptop(code), home))).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'X9',
  ])
})

test('a laptop of another unit, one brought back from a backup and one that may be a copy say so in every number', () => {
  expect(queueLetter(laptop('01'), '3578101003')).toBe('A.071004')
  expect(queueLetter(laptop('01', { generation: 3 }), home)).toBe('A.3')
  expect(queueLetter(laptop('01', { numberMark: 'X7KQ' }), home)).toBe('A.X7KQ')
})

test('a laptop counts its own numbers only, and goes on after the highest', () => {
  expect(nextQueueNumber('A', [])).toBe('A-001')
  expect(nextQueueNumber('A', ['A-001', 'B-007', 'A-002', 'AA-009', 'A.2-050'])).toBe('A-003')
  expect(nextQueueNumber('A', ['A-999'])).toBe('A-1000')
})

test('the numbers of all lives of a laptop up to now are its own, those of other laptops and of later lives are not', () => {
  const given = ['A-001', 'A.X7KQ-001', 'A.2-001', 'A.3-001', 'B-001', 'AA-001', 'A.071004-001', 'A.071004.2-001']
  const of = (letter: string) => given.filter((number) => isOfLaptop(number, letter))
  expect(of('A.2')).toEqual(['A-001', 'A.X7KQ-001', 'A.2-001'])
  expect(of('A.X7KQ')).toEqual(['A-001', 'A.X7KQ-001'])
  expect(of('A')).toEqual(['A-001', 'A.X7KQ-001'])
  expect(of('A.071004.2')).toEqual(['A.071004-001', 'A.071004.2-001'])
})

test('two laptops never give the same number, whatever each of them has given and knows of the other', () => {
  const anyLaptop = fc.record({
    deviceCode: fc.integer({ min: 1, max: 60 }).map((code) => String(code).padStart(2, '0')),
    homeScope: fc.constantFrom(home, '3578101003', '3578081004'),
    generation: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(anyLaptop, anyLaptop, fc.nat(40), fc.nat(40), (one, other, first, second) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other))
      const numbers = (of: typeof one, count: number) => {
        const given: string[] = []
        while (given.length <= count) given.push(nextQueueNumber(queueLetter(of, home), given))
        return given
      }
      const shared = numbers(one, first).filter((number) => numbers(other, second).includes(number))
      expect(shared).toEqual([])
    }),
  )
})
