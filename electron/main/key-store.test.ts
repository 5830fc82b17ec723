import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type KeySurroundings, keepKey, makeNextKey, type OsKeyStore, openKey } from './key-store.ts'

// What the shell writes to its own log is not looked at here.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

/** The key store of one user on one computer: turns every byte by the user's own number. */
const keyStoreOf = (user: number, backend = 'gnome_libsecret'): OsKeyStore => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from([user, ...Buffer.from(text).map((byte) => byte ^ user)]),
  decryptString: (sealed) => {
    if (sealed[0] !== user)
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return Buffer.from(sealed.subarray(1).map((byte) => byte ^ user)).toString()
  },
})
const noKeyStore: OsKeyStore = { ...keyStoreOf(0), isEncryptionAvailable: () => false }

const at = (more: Partial<KeySurroundings> = {}): KeySurroundings => ({
  keyStore: keyStoreOf(7),
  platform: 'linux',
  isPackaged: true,
  env: {},
  ...more,
})
const demo = at({ keyStore: noKeyStore, isPackaged: false, env: { LOKET_INSECURE_KEY: '1' } })

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loket-key-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
const onDisk = () => readFileSync(join(dataDir, 'keys.json'), 'utf8')

test('a key wrapped by the key store survives a restart, and does not lie on the disk', () => {
  const first = openKey(dataDir, at())
  expect(first).toMatchObject({ ok: true, insecure: false, key: expect.stringMatching(/^.{43}=$/) })
  expect(openKey(dataDir, at())).toEqual(first)
  expect(onDisk()).toContain('safe-storage')
  expect(onDisk()).not.toContain(first.ok ? first.key : '')
})

test.each([
  ['there is none', at({ keyStore: noKeyStore })],
  ['Linux has no keyring', at({ keyStore: keyStoreOf(7, 'basic_text') })],
])('without a real key store (%s) it refuses, and nothing is written', (_, around) => {
  expect(openKey(dataDir, around)).toEqual({ ok: false, code: 'key-store-missing' })
  expect(readdirSync(dataDir)).toEqual([])
})

test('an unprotected key needs the variable, and no variable helps a packaged program', () => {
  const wanting = { keyStore: noKeyStore, isPackaged: false }
  for (const around of [
    at(wanting),
    at({ ...wanting, env: { LOKET_INSECURE_KEY: 'yes' } }),
    { ...demo, isPackaged: true },
  ])
    expect(openKey(dataDir, around)).toEqual({ ok: false, code: 'key-store-missing' })
  expect(readdirSync(dataDir)).toEqual([])
  const made = openKey(dataDir, demo)
  expect(made).toMatchObject({ ok: true, insecure: true })
  expect(openKey(dataDir, demo)).toEqual(made)
})

test('where there is a key store the variable changes nothing', () =>
  expect(openKey(dataDir, { ...demo, keyStore: keyStoreOf(7) })).toMatchObject({ ok: true, insecure: false }))

test('an unprotected key of a demonstration is told as such, and neither it nor the data is touched', () => {
  openKey(dataDir, demo)
  const before = onDisk()
  expect(openKey(dataDir, at())).toEqual({ ok: false, code: 'key-unprotected' })
  expect(onDisk()).toBe(before)
})

test('a key that another user wrapped cannot be unwrapped, which is told, and it stays', () => {
  openKey(dataDir, at())
  const before = onDisk()
  expect(openKey(dataDir, at({ keyStore: keyStoreOf(8) }))).toEqual({ ok: false, code: 'key-file-unreadable' })
  expect(onDisk()).toBe(before)
})

test('a key file cut short is damaged, and a database without its key gets no new one', () => {
  openKey(dataDir, at())
  writeFileSync(join(dataDir, 'keys.json'), onDisk().slice(0, 40))
  expect(openKey(dataDir, at())).toEqual({ ok: false, code: 'key-file-damaged' })
  rmSync(join(dataDir, 'keys.json'))
  writeFileSync(join(dataDir, 'loket.db'), 'data')
  expect(openKey(dataDir, at())).toEqual({ ok: false, code: 'key-missing' })
  expect(existsSync(join(dataDir, 'keys.json'))).toBe(false)
})

test('a folder that cannot be written to is told instead of thrown', () => {
  writeFileSync(join(dataDir, 'file'), '')
  expect(openKey(join(dataDir, 'file', 'folder'), at())).toEqual({ ok: false, code: 'unknown' })
})

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
test.skipIf(!mayMount)('a full disk at the first start is told (needs root on Linux, to mount a tmpfs)', () => {
  const disk = join(dataDir, 'disk')
  mkdirSync(disk)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status).toBe(0)
  try {
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k'])
    expect(openKey(disk, at())).toEqual({ ok: false, code: 'no-room' })
    expect(existsSync(join(disk, 'keys.json'))).toBe(false)
    rmSync(join(disk, 'filler'))
    expect(openKey(disk, at())).toMatchObject({ ok: true })
  } finally {
    spawnSync('umount', [disk])
  }
})

test('a key whose giving was cut off is given again, and not another one, until one of the two is kept', () => {
  openKey(dataDir, at())
  const next = makeNextKey(dataDir, at())
  expect(makeNextKey(dataDir, at())).toBe(next)
  expect(openKey(dataDir, at())).toMatchObject({ next })
  expect(keepKey(dataDir, at(), next ?? '')).toBe(true)
  expect(openKey(dataDir, at())).toMatchObject({ key: next, next: null })
  expect(makeNextKey(dataDir, at())).not.toBe(next)
})
