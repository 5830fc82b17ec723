import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '../../electron/engine/database/open.ts'
import { Counter, password } from '../../electron/engine/testing/counter.ts'
import { aCard } from '../../electron/engine/testing/rows.ts'
import { type OsKeyStore, openKey } from '../../electron/main/key-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Every file of a folder, and every spelling in which a text may lie in one. */
function found(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name))
    const spelt = (text: string) => [
      ...(['utf8', 'utf16le'] as const).map((as) => Buffer.from(text, as)),
      Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)),
      Buffer.from(Buffer.from(text).toString('hex')),
    ]
    return texts.filter((text) => spelt(text).some((one) => bytes.includes(one))).map((text) => `${name}: ${text}`)
  })
}

const secrets = ['Kusumaningtyas', '3578014404900017', '3578010101190099', 'KNG-2611-777777', 'Petugas rini', password]

test('a laptop is stolen while the program runs: no file of it shows a name, a NIK, a number or a password', async () => {
  const person = {
    ownerName: 'Kusumaningtyas Wardhani',
    ownerNik: '3578014404900017',
    kkNumber: '3578010101190099',
    kitirNumber: 'KNG-2611-777777',
  }
  const counter = await Counter.with({ cards: [aCard('k-1', person), aCard('k-2', person)] })
  try {
    await counter.signIn()
    await counter.get('card.search', { text: 'kusumaningtyas', limit: 5 })
    await counter.get('card.reveal-nik', { cardId: 'k-1' })
    await counter.handOver('k-1')
    const names = readdirSync(counter.dataDir)
    expect(names).toEqual(expect.arrayContaining(['loket.db', 'loket.db-wal']))
    expect(found(counter.dataDir, [...secrets, 'SQLite format 3', 'k-1'])).toEqual([])
  } finally {
    await counter.close()
  }
})

test('the search itself finds such a text where it lies open, and with the right key the file opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-stolen-'))
  folders.push(folder)
  const file = join(folder, 'loket.db')
  const key = randomBytes(32)
  const store = await openStore({ file, key, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' })
  await store.close()
  for (const wrong of [randomBytes(32), Buffer.alloc(32)])
    await expect(
      openStore({ file, key: wrong, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' }),
    ).rejects.toThrow()
  const again = await openStore({ file, key, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' })
  await again.close()
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(folder, 'open.txt'), 'Kusumaningtyas')
  expect(found(folder, secrets)).toEqual(['open.txt: Kusumaningtyas'])
})

test('the key beside the database is wrapped by the operating system: another user or computer cannot open it, and it is in no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-stolen-'))
  folders.push(folder)
  const mask = randomBytes(512)
  const keyStore = (own: Buffer): OsKeyStore => ({
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(Buffer.from(text).map((byte, at) => byte ^ (own[at % own.length] ?? 0))),
    decryptString: (sealed) => {
      if (own !== mask) throw new Error('another user')
      return Buffer.from(sealed.map((byte, at) => byte ^ (own[at % own.length] ?? 0))).toString()
    },
  })
  const around = { platform: 'linux', isPackaged: true, env: { LOKET_INSECURE_KEY: '1' } } as const
  const made = openKey(folder, { ...around, keyStore: keyStore(mask) })
  if (!made.ok) throw new Error(made.code)
  expect(found(folder, [made.key, Buffer.from(made.key, 'base64').toString('hex')])).toEqual([])
  const thief = openKey(folder, { ...around, keyStore: keyStore(randomBytes(512)) })
  expect(thief).toEqual({ ok: false, code: 'key-file-unreadable' })
})
