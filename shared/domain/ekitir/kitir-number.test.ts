import { expect, test } from 'vitest'
import { looseKitirNumber } from './kitir-number.ts'

test.each([
  'KNG-2611-000123',
  'kng-2611-000123',
  ' KNG 2611 000123\t',
  'KNG2611000123',
  'KNG.2611/000123',
  'KNG–2611—000123',
])('%j is the same number, however it is typed', (typed) => expect(looseKitirNumber(typed)).toBe('KNG2611000123'))

test('of what holds no letter and no digit nothing is left', () => expect(looseKitirNumber(' -./– ')).toBe(''))
