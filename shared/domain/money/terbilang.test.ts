import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rupiah } from './rupiah.ts'
import { largestTerbilang, rupiahInWords, terbilang } from './terbilang.ts'

test('an amount is said as a kuitansi says it', () => {
  expect(rupiahInWords(50_000)).toBe('lima puluh ribu rupiah')
  expect(rupiahInWords(1_250_000)).toBe('satu juta dua ratus lima puluh ribu rupiah')
})

test.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [1000, 'seribu'],
  [1001, 'seribu satu'],
  [1100, 'seribu seratus'],
  [11_000, 'sebelas ribu'],
  [21_000, 'dua puluh satu ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [1_000_000_000, 'satu miliar'],
])('%i is %s', (number, words) => expect(terbilang(number)).toBe(words))

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const sizes: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9 }

/** Reads the words as a listener does: one after the other, adding up. */
function readBack(words: string): number {
  let total = 0
  let group = 0
  let digit = 0
  for (const word of words.replace(/\bse(?=puluh|belas|ratus|ribu)/g, 'satu ').split(' ')) {
    const size = sizes[word]
    if (digits.includes(word)) digit = digits.indexOf(word)
    else {
      group += { belas: 10 + digit, puluh: digit * 10, ratus: digit * 100 }[word] ?? digit
      digit = 0
      if (size) {
        total += group * size
        group = 0
      }
    }
  }
  return total + group + digit
}

test('any amount reads back as itself', () => {
  const anyAmount = fc.oneof(fc.integer({ min: 0, max: largestTerbilang }), fc.nat({ max: 200_000 }))
  fc.assert(
    fc.property(anyAmount, (amount) => {
      expect(readBack(terbilang(amount))).toBe(amount)
    }),
    { numRuns: 2000 },
  )
})

test('what cannot be said is refused', () => {
  for (const amount of [-1, 0.5, Number.NaN, largestTerbilang + 1]) expect(() => terbilang(amount)).toThrow(RangeError)
})

test('rupiah have a dot for thousands, no space and no sen', () => {
  expect([0, 500, 1000, 50_000, 1_250_000, -1500].map(rupiah)).toEqual([
    'Rp0',
    'Rp500',
    'Rp1.000',
    'Rp50.000',
    'Rp1.250.000',
    '-Rp1.500',
  ])
  expect(() => rupiah(0.5)).toThrow(RangeError)
})
