import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../index.ts'
import { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'
import { privateKeyOf } from './centre-keys.ts'
import { makeEnrolmentCode } from './enrolment.ts'
import { openVault } from './vault.ts'

const secret = 'a secret of the centre'
const [first, second] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))]

test('a secret opens in its own place with its key, and shows nothing of itself', () => {
  const vault = openVault(first)
  const kept = vault.close('scopes/1', secret)
  expect(kept).not.toContain(secret)
  expect(vault.close('scopes/1', secret)).not.toBe(kept)
  expect(vault.open('scopes/1', kept)).toBe(secret)
  expect(() => vault.open('scopes/2', kept)).toThrow('was changed in the database, or is of another place')
})

test('a secret that was changed by one letter does not open, nor one of a key that is not here', () => {
  const kept = openVault(first).close('p', secret)
  const last = kept.at(-2) === 'A' ? 'B' : 'A'
  expect(() => openVault(first).open('p', kept.slice(0, -2) + last + kept.slice(-1))).toThrow('was changed')
  expect(() => openVault(second).open('p', kept)).toThrow(/wrapped with the key [0-9a-f]{8}: set LOKET_CENTRE_KEY/)
  expect(() => openVault(null).open('p', kept)).toThrow('set LOKET_CENTRE_KEY')
})

test('plain secrets are wrapped when a key comes, wrapped anew when it changes, and the centre stays the same', async () => {
  const [kind] = (await databases()).slice(-1)
  if (!kind) throw new Error('no database')
  const database = await kind.open()
  // An embedded database that is kept: without PostgreSQL the same must hold.
  const folder = await mkdtemp(join(tmpdir(), 'loket-vault-'))
  const config = database.config.databaseUrl ? database.config : { dataDir: join(folder, 'data') }
  const scope = '3578101003'
  const look = async (keys: { centreKey?: Uint8Array; otherCentreKeys?: Uint8Array[] }) => {
    const server = await startServer({ ...config, ...keys })
    const { centre } = server
    await centre.db
      .insertInto('scopes')
      .values({ scope, seq: 0, folded_seq: 0, override_secret: secret })
      .onConflict((clash) => clash.doNothing())
      .execute()
    const { code } = await makeEnrolmentCode(centre, scope, null)
    const device = await ADevice.enrol(server.url, code)
    const kept = await centre.db.selectFrom('centre_keys').select('private_key').execute()
    const { override_secret } = await centre.db.selectFrom('scopes').select('override_secret').executeTakeFirstOrThrow()
    const signing = (await privateKeyOf(centre.db, centre.vault, 'signing')).export({ type: 'pkcs8', format: 'pem' })
    const told = { ...centre.keys, signing, deviceKnown: (await device.signIn()).status }
    await server.close()
    return { told, kept: [...kept.map((one) => one.private_key), override_secret] }
  }
  try {
    const plain = await look({})
    expect(plain.kept.some((one) => one.startsWith('w1.'))).toBe(false)
    await look({ centreKey: first })
    const wrapped = await look({ centreKey: first })
    expect(wrapped.kept.every((one) => one.startsWith('w1.'))).toBe(true)
    await expect(startServer({ ...config, centreKey: second })).rejects.toThrow('set LOKET_CENTRE_KEY')
    await expect(startServer(config)).rejects.toThrow('set LOKET_CENTRE_KEY')
    await look({ centreKey: second, otherCentreKeys: [first] })
    const turned = await look({ centreKey: second })
    expect(turned.kept.filter((one) => wrapped.kept.includes(one))).toEqual([])
    expect([wrapped.told, turned.told]).toEqual([plain.told, plain.told])
  } finally {
    await database.drop()
    await rm(folder, { recursive: true })
  }
})

test('a server that others can reach does not start without a key', async () => {
  await expect(startServer({ host: '0.0.0.0' })).rejects.toThrow('set LOKET_CENTRE_KEY')
})

test('no secret stands in the program or beside it: they come from the environment alone', async () => {
  const root = new URL('../..', import.meta.url)
  const settings = /LOKET_(CENTRE_KEY|ADMIN_TOKEN|METRICS_TOKEN)\s*[:=]\s*['"]?[A-Za-z0-9_+/-]{16,}/
  const named = (await readdir(new URL('server/', root), { recursive: true })).filter((name) => name.endsWith('.ts'))
  for (const name of [...named.map((one) => `server/${one}`), 'package.json', 'README.md'])
    expect({ name, secret: settings.test(await readFile(new URL(name, root), 'utf8')) }).toEqual({
      name,
      secret: false,
    })
})
