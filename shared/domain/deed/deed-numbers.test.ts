import { expect, test } from 'vitest'
import { usualAktaNumber, usualSkpwniNumber } from './deed-numbers.ts'

test('numbers of deeds of today and of before 2008 are usual ones', () => {
  for (const number of ['3578-LU-28112012-0018', '3578-km-01022020-0001', '2075/K/2004', '12/WNI/1988'])
    expect(usualAktaNumber(number)).toBe(true)
  for (const number of ['LU 28112012', '3578-LU-281112-18', 'akta saya']) expect(usualAktaNumber(number)).toBe(false)
})

test('a moving letter may be written with spaces and a short day', () => {
  for (const number of ['SKPWNI/3507/23042021/0070', 'skpwni 3507 230421 0070', 'SKPWNI / 3507 / 23042021 / 0070'])
    expect(usualSkpwniNumber(number)).toBe(true)
  for (const number of ['3507/23042021/0070', 'SKPWNI/35']) expect(usualSkpwniNumber(number)).toBe(false)
})
