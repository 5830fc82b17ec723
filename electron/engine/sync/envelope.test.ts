import { expect, test } from 'vitest'
import type { CommandEnvelope } from '#shared/contract/sync/protocol.ts'
import { isAuthentic, noHash, sealCommand } from './envelope.ts'
import { makeKeyPair, privateKeyOf, publicKeyOf } from './raw-keys.ts'

const keys = makeKeyPair('ed25519')
const parts = {
  v: 1,
  id: '019a0000-0000-7000-8000-000000000000',
  deviceId: 'D-1',
  generation: 1,
  seq: 1,
  scope: '3578101003',
  type: 'handover.record',
  at: '2026-11-24T02:14:00.000Z',
  hlc: '2026-11-24T02:14:00.000Z/0000',
  staffId: 'S-1',
  policyVersion: 1,
  prevHash: noHash,
}
const seal = () => sealCommand(parts, { cardId: 'K-1' }, privateKeyOf('ed25519', keys.privateKey))
const publicKey = publicKeyOf('ed25519', keys.publicKey)

test('keys are 32 raw bytes', () => {
  expect([keys.publicKey.length, keys.privateKey.length]).toEqual([32, 32])
  const sealing = makeKeyPair('x25519')
  expect([sealing.publicKey.length, sealing.privateKey.length]).toEqual([32, 32])
})

test('a sealed command is authentic, also once its payload is erased', () => {
  const command = seal()
  expect(isAuthentic(command, publicKey)).toBe(true)
  expect(isAuthentic({ ...command, payload: null }, publicKey)).toBe(true)
})

test('the same payload twice has two hashes: nobody can guess an erased one', () => {
  const hashOf = (text: string) => (JSON.parse(text) as CommandEnvelope).payloadHash
  expect(hashOf(seal().envelope)).not.toBe(hashOf(seal().envelope))
})

test.each(['envelope', 'payload', 'hash', 'signature', 'salt'] as const)('a changed %s is found', (field) => {
  const command = seal()
  const text = String(command[field])
  // Not at the end, where base64url may hold bits that mean nothing.
  const changed = { ...command, [field]: text.slice(0, 4) + (text[4] === '0' ? '1' : '0') + text.slice(5) }
  expect(isAuthentic(changed, publicKey)).toBe(false)
})
