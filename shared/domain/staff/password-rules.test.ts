import { expect, test } from 'vitest'
import { type PasswordFault, passwordFault } from './password-rules.ts'

const rini = { username: 'rini.w', name: 'Rini Wulandari', office: ['Kelurahan Kaliasin', 'Kota Surabaya'] }

test.each<[string, PasswordFault | null]>([
  ['pendek-1', 'password-short'],
  ['riniwulandari', 'password-own-name'],
  ['Wulandari1990', 'password-own-name'],
  ['RINI.W-2026!', 'password-own-name'],
  ['w0l4nd4ri', 'password-short'],
  ['Wul4ndar1!!', 'password-own-name'],
  ['Kaliasin-2026', 'password-own-name'],
  ['password123', 'password-common'],
  ['P4ssw0rd2026', 'password-common'],
  ['Surabaya2026!', 'password-own-name'],
  ['bismillah123', 'password-common'],
  ['disdukcapil26', 'password-common'],
  ['1234567890', 'password-common'],
  ['9876543210', 'password-common'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['abcdefghijkl', 'password-common'],
  ['qwertyuiop12', 'password-common'],
  ['kopi-tubruk-jam-7', null],
  ['Loket-uji-2026', null],
  ['tujuh ekor bebek', null],
])('%s: %s', (password, fault) => expect(passwordFault(password, rini)).toBe(fault))

test('the password of before is none', () => {
  expect(passwordFault('kopi-tubruk-jam-7', rini, 'kopi-tubruk-jam-7')).toBe('password-same')
})
