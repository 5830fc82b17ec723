import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { City } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) })

test('a slip whose key is not that of the centre enrols nothing, and the right one does', async () => {
  const scope = await city.office()
  const desk = await Desk.open(city.url, scope)
  const slip = { code: await city.enrolmentCode(scope), serverUrl: city.url }
  const enrol = (centreKey: string) => desk.sync.control.enrol({ ...slip, centreKey })
  expect(await enrol('k'.repeat(43))).toEqual(refused('centre-not-proven'))
  expect((await desk.store.read.selectFrom('device').select('identity').executeTakeFirst())?.identity).toBeNull()
  expect(await enrol(city.server.centre.keys.signingKey)).toEqual({ ok: true, value: null })
  await desk.close()
})

test('somebody who answers in the centre’s place without knowing the code is not believed, and hears no code', async () => {
  const scope = await city.office()
  const code = await city.enrolmentCode(scope)
  let heard = ''
  const impostor = createServer(async (request, answer) => {
    for await (const chunk of request) heard += chunk
    const centre = { sealingKey: 'A'.repeat(43), signingKey: 'B'.repeat(43) }
    const device = {
      deviceId: 'd',
      deviceCode: '01',
      deviceName: 'X-01',
      homeScope: scope,
      scopes: [scope],
      generation: 1,
    }
    const serverTime = new Date().toISOString()
    const told = { device, centre, region: city.server.centre.region, serverTime, codeProof: 'AAAA' }
    answer.setHeader('content-type', 'application/json').end(JSON.stringify(told))
  })
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
  const serverUrl = `http://127.0.0.1:${(impostor.address() as AddressInfo).port}`
  const desk = await Desk.open(serverUrl, scope)
  expect(await desk.sync.control.enrol({ code, serverUrl })).toEqual(refused('centre-not-proven'))
  expect(heard).toContain('codeName')
  for (const part of [code, ...code.split('-')]) expect(heard).not.toContain(part)
  await desk.close()
  impostor.close()
})

test('an address without TLS is refused before anything is sent to it', async () => {
  const scope = await city.office()
  const desk = await Desk.open(city.url, scope)
  const code = await city.enrolmentCode(scope)
  for (const serverUrl of ['http://pusat.example', 'http://192.168.1.9:4750'])
    expect(await desk.sync.control.enrol({ code, serverUrl })).toEqual(refused('address-not-safe'))
  expect(await desk.store.read.selectFrom('device').selectAll().executeTakeFirst()).toBeUndefined()
  await desk.close()
})
