import { expect, test } from 'vitest'
import { usernameFault } from './username.ts'

test.each([
  ['rini', null],
  ['petugas.ktb', null],
  ['a_b-3', null],
  ['ab', 'username-form'],
  ['Rini', 'username-form'],
  ['rini wulandari', 'username-form'],
  ['r'.repeat(33), 'username-form'],
  ['3578015204900001', 'username-nik'],
  ['3578.0152.0490.0001', 'username-nik'],
  ['357801520490000', null],
])('%s: %s', (username, fault) => expect(usernameFault(username)).toBe(fault))
