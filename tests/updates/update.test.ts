import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { isInStage } from '../../electron/engine/updates/judge-manifest.ts'
import { type UpdatePlace, Updater } from '../../electron/engine/updates/updater.ts'
import type { Installer } from '../../electron/engine/usecases/ports.ts'
import { type Release, rawPublicKey, writeRelease } from '../../scripts/release/write-release.ts'
import { ACentre, scope } from '../../server/testing/a-centre.ts'
import { centres } from '../../server/testing/databases.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { Desk } from '../sync/desk.ts'

const [kind] = await centres()
if (!kind) throw new Error('there is no database at all')

const aKey = () => generateKeyPairSync('ed25519').privateKey
const [maker, successor, stranger] = [aKey(), aKey(), aKey()]
const place = temporaryFolder('updates')
const releases = join(place.path, 'releases')
const built = join(place.path, 'loket_1.2.0_amd64.deb')
const bytes = randomBytes(3_000_000)
const served = join(releases, 'linux-x64', 'loket_1.2.0_amd64.deb')

const usual: Release = {
  platform: 'linux-x64',
  version: '1.2.0',
  file: built,
  issuedAt: new Date('2026-11-24T01:00:00.000Z'),
  stagePercent: 100,
  forcedAfter: null,
  minVersion: '1.0.0',
  note: { id: 'Serah terima lebih cepat.', en: 'Handing over is faster.' },
}
const release = (more: Partial<Release> = {}, keys = [maker]) => writeRelease(releases, { ...usual, ...more }, keys)

let centre: ACentre
let desk: Desk
let folder: ReturnType<typeof temporaryFolder>
const opened: Updater[] = []

beforeAll(async () => {
  writeFileSync(built, bytes)
  centre = await ACentre.open(kind, 'new', { updatesDir: releases })
  desk = await Desk.enrolled(centre.url, scope, await centre.enrolmentCode())
})
beforeEach(async () => {
  folder = temporaryFolder('device')
  await release()
})
afterEach(async () => {
  for (const updater of opened.splice(0)) await updater.stop()
  folder.remove()
})
afterAll(async () => {
  await desk.close()
  await centre.close()
  place.remove()
})

class KeptInstaller implements Installer {
  file: Parameters<Installer['ready']>[0] = null
  asked = 0
  ready(file: KeptInstaller['file']): void {
    this.file = file
  }
  now(): void {
    this.asked += 1
  }
}

/** The updates of one device in the folder of this test; what is asked of the centre is counted. */
async function aDevice(more: Partial<UpdatePlace> = {}) {
  const installer = new KeptInstaller()
  const asked: { from: number; length: number }[] = []
  const word: { at: string | null } = { at: null }
  const updater = new Updater({
    dataDir: folder.path,
    here: { platform: 'linux-x64', version: '1.1.0', keys: [rawPublicKey(maker)] },
    failed: null,
    source: {
      manifest: (platform) => desk.sync.updateSource.manifest(platform),
      piece: (platform, name, from, length) => {
        asked.push({ from, length })
        return desk.sync.updateSource.piece(platform, name, from, length)
      },
    },
    installer,
    deviceId: async () => 'device-1',
    newestWord: { read: async () => word.at, write: async (at) => void Object.assign(word, { at }) },
    timeNow: async () => '2026-11-24T02:00:00.000Z',
    freeDisk: async () => 10_000_000_000,
    clock: { now: () => new Date().toISOString(), elapsedMs: () => performance.now() },
    log: { info: () => {}, error: () => {} },
    announce: () => {},
    after: (_ms, run) => {
      setImmediate(run)
      return () => {}
    },
    ...more,
  })
  opened.push(updater)
  return { updater, installer, asked }
}

const inFolder = () => (existsSync(join(folder.path, 'updates')) ? readdirSync(join(folder.path, 'updates')) : [])

test('a new version is fetched in pieces, checked whole, and told to the shell; a restart finds it again without asking', async () => {
  const { updater, installer, asked } = await aDevice()
  expect(await updater.look()).toBe(true)
  expect(readFileSync(join(folder.path, 'updates', 'loket_1.2.0_amd64.deb')).equals(bytes)).toBe(true)
  expect(installer.file).toMatchObject({ name: 'loket_1.2.0_amd64.deb', size: bytes.length, version: '1.2.0' })
  expect(await updater.status()).toEqual({
    ...{ state: 'ready', fetched: null, version: '1.2.0', forcedAfter: null, due: false, note: usual.note },
  })
  expect(asked.length).toBeGreaterThan(2)
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(1_048_576)

  const again = await aDevice({ after: () => () => {} })
  again.updater.start()
  await again.updater.stop()
  expect(again.installer.file).toEqual(installer.file)
  expect(again.asked).toEqual([])
})

test('an update with a wrong signature is refused, and nothing of it is fetched', async () => {
  await release({}, [stranger])
  const { updater, installer, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'refused', version: null })
  expect(asked).toEqual([])
  expect(installer.file).toBeNull()
  expect(inFolder()).toEqual([])
})

test('a signature of ours under another text is a wrong signature', async () => {
  const file = join(releases, 'linux-x64', 'manifest.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('1.2.0', '9.9.9'))
  const { updater, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'refused' })
  expect(asked).toEqual([])
})

test.each(['1.0.9', '1.1.0', '0.99.99'])('version %s is not put over 1.1.0, signed or not', async (version) => {
  await release({ version })
  const { updater, installer, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toBeNull()
  expect(asked).toEqual([])
  expect(installer.file).toBeNull()
  expect(await updater.install()).toMatchObject({ refusal: { code: 'update-not-ready' } })
})

test('a lower version that lies in the folder already, signed, is thrown away at the start', async () => {
  const before = await aDevice()
  await before.updater.look()
  const here = { platform: 'linux-x64', version: '1.3.0', keys: [rawPublicKey(maker)] }
  const { updater, installer } = await aDevice({ here, after: () => () => {} })
  updater.start()
  await updater.stop()
  expect(installer.file).toBeNull()
  expect(inFolder()).toEqual([])
})

test('a file that was changed at the centre is thrown away when it is whole, and not fetched a second time', async () => {
  const changed = Buffer.from(bytes)
  changed[1_234_567] = (changed[1_234_567] ?? 0) ^ 1
  writeFileSync(served, changed)
  const { updater, installer, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'refused', version: '1.2.0' })
  expect(installer.file).toBeNull()
  expect(inFolder()).toEqual(['manifest.json'])
  const before = asked.length
  await updater.look()
  expect(asked.length).toBe(before)
})

test('a file that was changed here after it was fetched is not what lies ready after a restart', async () => {
  await (await aDevice()).updater.look()
  writeFileSync(join(folder.path, 'updates', 'loket_1.2.0_amd64.deb'), randomBytes(bytes.length))
  const { updater, installer } = await aDevice({ after: () => () => {} })
  updater.start()
  await updater.stop()
  expect(installer.file).toBeNull()
})

test('a line that breaks costs only the piece under way: another start goes on where it was', async () => {
  const cut = await aDevice({ source: breaksAfter(2) })
  expect(await cut.updater.look()).toBe(false)
  expect(await cut.updater.status()).toMatchObject({ state: 'fetching' })
  const { updater, installer, asked } = await aDevice()
  await updater.look()
  expect(asked[0]?.from).toBe(65_536 + 131_072)
  expect(installer.file).toMatchObject({ version: '1.2.0' })
})

/** The real centre behind a line that carries so many pieces. */
function breaksAfter(pieces: number): UpdatePlace['source'] {
  let left = pieces
  return {
    manifest: (platform) => desk.sync.updateSource.manifest(platform),
    piece: async (...asked) =>
      left-- > 0 ? desk.sync.updateSource.piece(...asked) : { ok: false, refusal: { code: 'offline' } },
  }
}

test('another version in the middle of a download begins anew: pieces of two files never meet', async () => {
  const cut = await aDevice({ source: breaksAfter(2) })
  await cut.updater.look()
  const next = join(place.path, 'loket_1.3.0_amd64.deb')
  writeFileSync(next, randomBytes(500_000))
  await release({ version: '1.3.0', file: next })
  const { updater, installer, asked } = await aDevice()
  await updater.look()
  expect(asked[0]?.from).toBe(0)
  expect(installer.file).toMatchObject({ version: '1.3.0', size: 500_000 })
  expect(inFolder().sort()).toEqual(['loket_1.3.0_amd64.deb', 'manifest.json'])
})

test('yesterday’s word, signed as it is, does not take the place of today’s', async () => {
  const { updater } = await aDevice()
  await updater.look()
  await release({ version: '1.1.5', issuedAt: new Date('2026-11-23T01:00:00.000Z') })
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'ready', version: '1.2.0' })
})

test('a release for another system is refused', async () => {
  await release({ platform: 'win32-x64' })
  mkdirSync(join(releases, 'linux-x64'), { recursive: true })
  writeFileSync(
    join(releases, 'linux-x64', 'manifest.json'),
    readFileSync(join(releases, 'win32-x64', 'manifest.json')),
  )
  const { updater, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'refused' })
  expect(asked).toEqual([])
})

test('a share of the devices gets it, always the same ones, and whoever was in stays in', () => {
  const ids = Array.from({ length: 2_000 }, (_, at) => `device-${at}`)
  const inside = (stagePercent: number) =>
    ids.filter((id) => isInStage(id, { version: '1.2.0', stagePercent } as Parameters<typeof isInStage>[1]))
  expect(inside(0)).toEqual([])
  expect(inside(100)).toEqual(ids)
  expect(inside(10).length).toBeGreaterThan(150)
  expect(inside(10).length).toBeLessThan(250)
  expect(inside(50)).toEqual(expect.arrayContaining([...inside(10)]))
})

test('a device outside of the stage fetches nothing; one that has it throws it away when it is called back', async () => {
  const { updater, installer } = await aDevice()
  await updater.look()
  expect(installer.file).not.toBeNull()
  await release({ stagePercent: 0, issuedAt: new Date('2026-11-24T01:30:00.000Z') })
  await updater.look()
  expect(installer.file).toBeNull()
  expect(await updater.status()).toBeNull()
  expect(inFolder()).toEqual([])
})

test('after the forced moment every device has it, and it is due; a minute before it was only announced', async () => {
  await release({ stagePercent: 0, forcedAfter: '2026-11-25T00:00:00.000Z' })
  let now = '2026-11-24T23:59:00.000Z'
  const early = await aDevice({ timeNow: async () => now })
  await early.updater.look()
  expect(await early.updater.status()).toBeNull()
  now = '2026-11-25T00:00:00.000Z'
  await early.updater.look()
  expect(await early.updater.status()).toMatchObject({ state: 'ready', due: true })
})

test('what is announced for later is ready and not due', async () => {
  await release({ forcedAfter: '2026-11-25T00:00:00.000Z' })
  const { updater, installer } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ forcedAfter: '2026-11-25T00:00:00.000Z', due: false })
  expect(await updater.install()).toEqual({ ok: true, value: null })
  expect(installer.asked).toBe(1)
})

test('a version that could not be installed locks nobody out, however late it is', async () => {
  await release({ forcedAfter: '2026-11-20T00:00:00.000Z' })
  const { updater, installer } = await aDevice({ failed: '1.2.0' })
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'failed', due: false })
  expect(installer.file).toMatchObject({ version: '1.2.0' })
})

test('keys change: signed by the old and the new one, programs of both times take it', async () => {
  await release({}, [maker, successor])
  for (const key of [maker, successor]) {
    const here = { platform: 'linux-x64', version: '1.1.0', keys: [rawPublicKey(key)] }
    const { updater } = await aDevice({ here })
    await updater.look()
    expect(await updater.status()).toMatchObject({ state: 'ready' })
  }
})

test('a version that cannot be reached in one step is told, not fetched', async () => {
  await release({ minVersion: '1.1.5' })
  const { updater, asked } = await aDevice()
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'too-far', version: '1.2.0' })
  expect(asked).toEqual([])
})

test('the last gigabyte of the disk stays the counter’s', async () => {
  const { updater, asked } = await aDevice({ freeDisk: async () => 1_074_000_000 })
  await updater.look()
  expect(await updater.status()).toMatchObject({ state: 'no-room' })
  expect(asked).toEqual([])
})
