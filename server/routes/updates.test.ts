import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACentre } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

const [kind] = await centres()
if (!kind) throw new Error('there is no database at all')

const folder = mkdtempSync(join(tmpdir(), 'loket-releases-'))
const signed = { manifest: '{}', signatures: [{ key: 'k'.repeat(43), signature: 's'.repeat(86) }] }
const file = Buffer.from('0123456789'.repeat(200_000))
let centre: ACentre
let device: ADevice

beforeAll(async () => {
  mkdirSync(join(folder, 'linux-x64'))
  writeFileSync(join(folder, 'linux-x64', 'manifest.json'), JSON.stringify(signed))
  writeFileSync(join(folder, 'linux-x64', 'loket_1.2.0_amd64.deb'), file)
  writeFileSync(join(folder, 'secret.txt'), 'not for devices')
  mkdirSync(join(folder, 'linux-x64', 'folder.deb'))
  symlinkSync('/etc/hostname', join(folder, 'darwin-x64'))
  centre = await ACentre.open(kind, 'new', { updatesDir: folder })
  device = await centre.device()
})
afterAll(async () => {
  await centre.close()
  rmSync(folder, { recursive: true })
})

const path = '/v1/updates/linux-x64/files/loket_1.2.0_amd64.deb'
const part = (range: string, from = path) => device.request(from, { headers: { range } })

test('the manifest comes as it was put there, and only to devices', async () => {
  expect(await (await device.request('/v1/updates/linux-x64/manifest')).json()).toEqual(signed)
  const stranger = { headers: { 'x-loket-protocol': '2' } }
  expect((await fetch(`${centre.url}/v1/updates/linux-x64/manifest`, stranger)).status).toBe(401)
  expect((await fetch(`${centre.url}${path}`, stranger)).status).toBe(401)
})

test('a file comes in parts that say where they belong, each at most a mebibyte', async () => {
  const first = await part('bytes=0-9999999')
  expect(first.status).toBe(206)
  expect(first.headers.get('content-range')).toBe('bytes 0-1048575/2000000')
  const last = await part('bytes=1048576-1999999')
  expect(last.headers.get('content-range')).toBe('bytes 1048576-1999999/2000000')
  const whole = await Promise.all([first, last].map((answer) => answer.arrayBuffer()))
  expect(Buffer.concat(whole.map((bytes) => Buffer.from(bytes))).equals(file)).toBe(true)
})

test('a whole file at once, a part beyond its end and a part that is none are refused', async () => {
  expect((await device.request(path)).status).toBe(400)
  expect((await part('bytes=2000000-2000009')).status).toBe(416)
  for (const range of ['bytes=5-1', 'bytes=-5', 'bytes=0-', 'lines=0-5', 'bytes=0-1,3-4'])
    expect((await part(range)).status, range).toBe(400)
})

test.each([
  '/v1/updates/win32-x64/manifest',
  '/v1/updates/darwin-x64/manifest',
  '/v1/updates/linux-x64/files/none.deb',
  '/v1/updates/linux-x64/files/folder.deb',
])('there is no %s', async (missing) => {
  expect((await part('bytes=0-9', missing)).status).toBe(404)
})

test.each([
  '/v1/updates/linux-x64/files/..%2Fsecret.txt',
  '/v1/updates/linux-x64/files/..',
  '/v1/updates/linux-x64/files/.%2e%2fsecret.txt',
  '/v1/updates/..%2f..%2fetc/manifest',
  '/v1/updates/linux-x64/files/%2Fetc%2Fhostname',
  '/v1/updates/linux-x64/files/..%5Csecret.txt',
])('%s leads nowhere', async (trick) => {
  const answer = await part('bytes=0-9', trick)
  expect([400, 404]).toContain(answer.status)
  expect(await answer.text()).not.toContain('not for')
})
