import { expect, test } from 'vitest'
import { countCards } from './count-cards.ts'

test('what is missing is not counted, and a card that nobody knows counts in the whole only', () => {
  expect(
    countCards([
      { cardKind: 'ktp-el', condition: 'good' },
      { cardKind: 'ktp-el', condition: 'missing' },
      { cardKind: 'kia', condition: 'damaged' },
      { cardKind: null, condition: 'extra' },
    ]),
  ).toEqual({ ktpEl: 1, kia: 1, all: 3 })
})
