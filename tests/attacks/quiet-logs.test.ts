import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { toldCause } from '../../electron/engine/system.ts'
import { handOverToOwner } from '../../electron/engine/testing/counter.ts'
import { startServer } from '../../server/index.ts'
import { databases } from '../../server/testing/databases.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { City, cardId } from '../sync/city.ts'
import { addPerson, EngineDesk, password } from '../sync/dinas-desk.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const lines: string[] = []
let city: City
beforeAll(async () => {
  const [kind] = (await databases(undefined, () => undefined)).slice(-1)
  const database = await kind?.open()
  city = await City.found({
    ...database?.config,
    logLevel: 'trace',
    logTo: { write: (line: string) => void lines.push(line) },
  })
})
afterAll(() => city.close())

/** Everything by which a person of this test could be known. */
const personal = /Kusuma|3578015204900001|3578010101190001|ratna|Rahasia|KNG-2611/i

test('a day of acts, questions and mistakes leaves nothing about anybody in the log of the centre', async () => {
  const scope = await city.office(3)
  await addPerson(city, scope, 'ratna', 'kelurahan')
  const desk = await EngineDesk.of(city.url, await city.enrolmentCode(scope), 'ratna')
  await desk.get('card.search', { text: 'Kusuma', limit: 5 })
  await desk.get('card.reveal-nik', { cardId: cardId(scope, 1) })
  await desk.get('handover.record', handOverToOwner(cardId(scope, 1)))
  await desk.get('sync.now', {})
  await desk.ask('scan.resolve', { code: 'https://klampid.example/k/Kusuma-3578015204900001', source: 'typed' })
  await desk.close()
  // What a stranger, a broken program and a failing database say.
  const bad = { method: 'POST', headers: { 'content-type': 'application/json', 'x-loket-protocol': '2' } }
  for (const body of [
    '{"name": Kusuma',
    '{"deviceId": ["Kusuma"]}',
    '{"deviceId":"Kusuma","nonce":"ratna","signature":"Rahasia"}',
  ])
    for (const path of ['/v1/challenge', '/v1/token', '/v1/devices/enrol', '/v1/Kusuma?nik=3578015204900001'])
      await fetch(`${city.url}${path}`, { ...bad, body })
  const { db } = city.server.centre
  await sql`ALTER TABLE tokens RENAME TO tokens_away`.execute(db)
  const authorization = `Bearer ${scope}_${'Kusuma'.repeat(5)}`
  const failing = await fetch(`${city.url}/v1/lookup?code=Kusuma`, {
    headers: { 'x-loket-protocol': '2', authorization },
  })
  await sql`ALTER TABLE tokens_away RENAME TO tokens`.execute(db)
  expect(failing.status).toBe(500)
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => personal.test(line))).toEqual([])
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
})

test('the engine in its own process says nothing about anybody, whatever it is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-quiet-'))
  const line = await EngineLine.start({ dataDir: folder, serverUrl: 'http://127.0.0.1:9' })
  try {
    for (const text of ['{"type":"call", Kusuma 3578015204900001', '"Kusuma"', '{"type":"call","name":"Kusuma"}'])
      line.sayRaw(text)
    await line.faultOf('session.sign-in', { username: 'ratna', password })
    await line.faultOf('device.enrol', { code: 'KUSUMA-3578015204900001' })
    await line.faultOf('card.search', { text: 'Kusuma', limit: 5 })
    await line.call('app.status', {})
    expect(line.errors).not.toMatch(personal)
  } finally {
    await line.stop()
    rmSync(folder, { recursive: true })
  }
})

test('what an error would tell is its kind and place', () => {
  const read = () => JSON.parse('Kusuma 3578015204900001')
  expect(() => read()).toThrow(/Kusuma/)
  try {
    read()
  } catch (cause) {
    expect(toldCause(cause)).not.toMatch(personal)
  }
})

test('a setting that is wrong is named, and not what it is set to', async () => {
  await expect(startServer({ host: '203.0.113.1' })).rejects.not.toThrow(/Rahasia/)
})
