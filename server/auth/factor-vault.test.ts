import { expect, test } from 'vitest'
import { factorVault } from './factor-vault.ts'

const vault = factorVault(Buffer.alloc(32, 1).toString('base64'))
const secret = Buffer.from('12345678901234567890')

test('a sealed secret opens by the same key, for the same account, and nowhere else', () => {
  const sealed = vault.seal(secret, 'dewi')
  expect(sealed).not.toContain(secret.toString('base64url'))
  expect(vault.open(sealed, 'dewi')).toEqual(secret)
  expect(vault.open(sealed, 'bagus')).toBeNull()
  expect(factorVault('02'.repeat(32)).open(sealed, 'dewi')).toBeNull()
})

test('a key that is none is said at the start', () => {
  expect(() => factorVault('too short')).toThrow('LOKET_FACTOR_KEY')
})
