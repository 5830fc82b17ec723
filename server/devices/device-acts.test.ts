import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeviceAct, deviceActAnswer } from '#shared/contract/sync/device-acts.ts'
import { actsOfDeviceAnswer, codesAnswer, devicesAnswer } from '#shared/contract/sync/queries.ts'
import {
  ekitirToSign,
  judgeSignedEkitir,
  readSignedEkitir,
  writeSignedEkitir,
} from '#shared/domain/ekitir/signed-ekitir.ts'
import { ed25519Key, keyIdOf, signatureHolds } from '../auth/raw-keys.ts'
import { readRow } from '../sync/read-row.ts'
import { ACentre, adminToken, dinasScope, otherScope, password, scope } from '../testing/a-centre.ts'
import { ADevice, errorOf } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

const reportedAt = '2026-11-24T01:00:00.000Z'

describe.each(await databases())('acts of the Dinas upon devices, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
  })
  afterAll(() => centre.close())

  const act = (done: DeviceAct, username = 'dewi', typed = password, at = siola) =>
    at.post('/v1/device-acts', { username, password: typed, act: done })
  /** As a desk of the office judges it. */
  const judged = async (text: string) => {
    const kitir = readSignedEkitir(text)
    const row = kitir && (await readRow(centre.server.centre.db, 'device-key', kitir.keyId))
    return kitir && judgeSignedEkitir(kitir, row ?? null, verifies)
  }
  const asked = async (path: string) =>
    (await siola.request(`/v1/query/${path}`, { headers: { 'x-loket-staff': 'bagus' } })).json()

  test('a code that was made at the desk enrols one computer, is listed without itself, and is kept with the name of who made it', async () => {
    const made = deviceActAnswer.parse((await act({ kind: 'make-code', scope, days: 2 }, 'bagus')).body).code
    expect(made).toMatchObject({ unitName: 'Gading', centreKey: centre.server.centre.keys.signingKey, authority: null })
    const { codes } = codesAnswer.parse(await asked('enrolment-codes'))
    expect(codes.filter(({ codeId }) => codeId === made?.codeId)).toMatchObject([
      { madeBy: 'bagus', unitName: 'Gading' },
    ])
    expect(JSON.stringify(codes)).not.toContain(made?.code)
    const device = await ADevice.enrol(centre.url, String(made?.code))
    expect(device.identity.homeScope).toBe(scope)
    const left = codesAnswer.parse(await asked('enrolment-codes')).codes
    expect(left.some(({ codeId }) => codeId === made?.codeId)).toBe(false)
    const notes = await centre.server.centre.db
      .selectFrom('device_acts')
      .selectAll()
      .where('kind', '=', 'make-code')
      .execute()
    expect(notes).toMatchObject([{ staff_name: 'bagus', staff_id: 'bagus', by_device: siola.identity.deviceId, scope }])
  })

  test('a code that was cancelled, and one whose days are over, enrol nothing', async () => {
    const make = async () => deviceActAnswer.parse((await act({ kind: 'make-code', scope, days: 1 })).body).code
    const [cancelled, old] = [await make(), await make()]
    expect((await act({ kind: 'cancel-code', codeId: String(cancelled?.codeId) })).status).toBe(200)
    await expect(ADevice.enrol(centre.url, String(cancelled?.code))).rejects.toThrow('enrol-code-invalid')
    expect((await act({ kind: 'cancel-code', codeId: String(cancelled?.codeId) })).status).toBe(404)
    centre.later(86_401)
    await siola.signIn()
    await expect(ADevice.enrol(centre.url, String(old?.code))).rejects.toThrow('enrol-code-invalid')
  })

  test('only a supervisor or administrator at a device of the Dinas, with the own password, may do anything', async () => {
    const device = await centre.device()
    const { deviceId } = device.identity
    const revoke = { kind: 'revoke', deviceId, reason: 'stolen', reportedAt } as const
    expect(errorOf(await act(revoke, 'yuni'))).toBe('not-permitted')
    expect(errorOf(await act(revoke, 'dewi', 'guess'))).toBe('wrong-password')
    expect(errorOf(await act(revoke, 'hendra', password, device))).toBe('not-permitted')
    expect((await device.signIn()).status).toBe(200)
  })

  test('a revoked device is refused at once and says so; the list tells why, since when, and when the notice is due', async () => {
    const device = await centre.device()
    const { deviceId } = device.identity
    await device.request(`/v1/devices/${deviceId}/heartbeat`, heartbeat)
    expect((await act({ kind: 'revoke', deviceId, reason: 'stolen', reportedAt })).status).toBe(200)
    expect((await device.request('/v1/region-pack')).status).toBe(401)
    expect(errorOf(await device.signIn())).toBe('revoked')
    expect(errorOf(await device.nextGeneration())).toBe('revoked')
    const { devices } = devicesAnswer.parse(await asked('devices?revoked=yes'))
    const told = devices.find((one) => one.deviceId === deviceId)
    expect(told).toMatchObject({ state: 'revoked', worries: [] })
    expect(told?.revoked).toEqual({
      at: centre.server.centre.now().toISOString(),
      reason: 'stolen',
      reportedAt,
      noticeDueAt: '2026-11-27T01:00:00.000Z',
      leftAt: null,
      workKept: false,
    })
    const going = devicesAnswer.parse(await asked('devices')).devices
    expect(going.some((one) => one.deviceId === deviceId)).toBe(false)
    const { acts } = actsOfDeviceAnswer.parse(await asked(`device-acts/${deviceId}`))
    expect(acts).toMatchObject([{ kind: 'revoke', by: 'dewi', about: { reason: 'stolen', reportedAt } }])
  })

  test('no key that it ever had vouches for an e-Kitir any more, however far back that is dated, and the office hears of it', async () => {
    const device = await centre.device()
    const signed = (by: ADevice) => {
      const message = ekitirToSign(keyIdBytes(by), 'L-3578071004-02-000123', centre.server.centre.now().toISOString())
      return writeSignedEkitir(message, by.sign(message))
    }
    const stolenDisk = await device.clone()
    await device.nextGeneration()
    const kitirs = [signed(stolenDisk), signed(device)]
    expect(await Promise.all(kitirs.map(judged))).toEqual(['valid', 'valid'])
    const neighbour = await centre.device()
    const { cursor } = await neighbour.copy()
    await act({ kind: 'revoke', deviceId: device.identity.deviceId, reason: 'stolen', reportedAt })
    expect(await Promise.all(kitirs.map(judged))).toEqual(['revoked-key', 'revoked-key'])
    const heard = (await neighbour.changes(cursor)).rows.map(({ entity, row }) => [entity, row?.revokedAt])
    expect(heard).toEqual(Array(2).fill(['device-key', centre.server.centre.now().toISOString()]))
  })

  test('a retired device has no notice to be given; the own device and an unknown one are not revoked', async () => {
    const { deviceId } = (await centre.device()).identity
    await act({ kind: 'revoke', deviceId, reason: 'retired', reportedAt })
    const told = devicesAnswer.parse(await asked('devices?revoked=yes')).devices
    expect(told.find((one) => one.deviceId === deviceId)?.revoked).toMatchObject({
      reason: 'retired',
      reportedAt: null,
      noticeDueAt: null,
    })
    const own = { kind: 'revoke', deviceId: siola.identity.deviceId, reason: 'lost', reportedAt } as const
    expect(errorOf(await act(own))).toBe('device-act-impossible')
    expect((await act({ ...own, deviceId: 'nobody' })).status).toBe(404)
  })

  test('with a token of administration it is kept with the name of that token', async () => {
    const { deviceId } = (await centre.device(otherScope)).identity
    const headers = { authorization: `Bearer ${adminToken}` }
    await fetch(`${centre.url}/v1/admin/devices/${deviceId}/revoke`, { method: 'POST', headers })
    const { acts } = actsOfDeviceAnswer.parse(await asked(`device-acts/${deviceId}`))
    expect(acts).toMatchObject([{ kind: 'revoke', by: 'environment' }])
  })
})

const keyIdBytes = ({ publicKey }: ADevice) => Buffer.from(keyIdOf(publicKey), 'base64url')
const verifies = (publicKey: string, message: Uint8Array, signature: Uint8Array) => {
  const key = ed25519Key(publicKey)
  return key !== null && signatureHolds(key, message, Buffer.from(signature).toString('base64url'))
}

const heartbeat = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    appVersion: '1.1.0',
    unsent: 3,
    oldestUnsentAt: null,
    freeDiskBytes: null,
    deviceTime: reportedAt,
  }),
}
