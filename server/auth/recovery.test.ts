import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codeHashText, recoveryAnswer } from '#shared/contract/sync/recovery.ts'
import { exact, suite } from '#shared/courier/hpke.ts'
import { revokeDevice } from '../devices/revoke-device.ts'
import { ACentre, adminToken } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

const loss = { reason: 'stolen', reportedAt: '2026-11-24T01:00:00.000Z' } as const
const dewi = { staffId: 'dewi', name: 'Dewi', byDevice: null }

describe.each(await databases())('codes that bring back a database key, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  async function sealed(key = randomBytes(32)): Promise<string> {
    const hpke = suite()
    const recipientPublicKey = await hpke.kem.deserializePublicKey(
      exact(Buffer.from(centre.server.centre.keys.sealingKey, 'base64url')),
    )
    const info = exact(Buffer.from('loket-database-key'))
    const { enc, ct } = await hpke.seal({ recipientPublicKey, info }, exact(key))
    return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString('base64url')
  }
  const give = (device: ADevice, sealedKey: string) =>
    device.post(`/v1/devices/${device.identity.deviceId}/recovery`, { sealedKey })
  /** A device whose database key is sealed at the centre. */
  async function aDevice(): Promise<ADevice> {
    const device = await centre.device()
    expect((await give(device, await sealed())).status).toBe(200)
    return device
  }
  /** What is kept of its keys. */
  const standing = async ({ identity: { deviceId } }: ADevice) => {
    const { db } = centre.server.centre
    const of = (table: 'devices' | 'device_database_keys') =>
      db.selectFrom<'devices' | 'device_database_keys'>(table).selectAll().where('device_id', '=', deviceId).execute()
    return [await of('devices'), await of('device_database_keys')]
  }
  const asAdministrator = async (path: string, body: object, token = adminToken) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${centre.url}/v1/admin/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) }
  }
  const codeFor = ({ identity }: ADevice, token = adminToken) =>
    asAdministrator(`devices/${identity.deviceId}/recovery-code`, { by: 'Rini, Gading' }, token)
  const use = async (code: unknown) => {
    const codeHash = createHash('sha256')
      .update(codeHashText(String(code)))
      .digest('hex')
    const headers = { 'x-loket-protocol': '2', 'content-type': 'application/json' }
    const answer = await fetch(`${centre.url}/v1/recovery`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ codeHash }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const invalid = { status: 403, body: expect.objectContaining({ error: 'recovery-code-invalid' }) }

  test('a code made before its device was revoked opens nothing afterwards, and the sealed keys are gone from the table', async () => {
    const device = await aDevice()
    const { deviceId } = device.identity
    const { code } = (await codeFor(device)).body
    await revokeDevice(centre.server.centre, deviceId, dewi, loss)
    expect(await use(code)).toEqual(invalid)
    const kept = await centre.server.centre.db
      .selectFrom('recoveries')
      .select(['asked_by', 'sealed'])
      .where('device_id', '=', deviceId)
      .execute()
    expect(kept).toEqual([{ asked_by: 'Rini, Gading', sealed: null }])
  })

  test('no code is made for a revoked device, and what a code of it would open is looked at again when it is used', async () => {
    const device = await aDevice()
    const { deviceId } = device.identity
    const { code } = (await codeFor(device)).body
    await centre.server.centre.db
      .updateTable('devices')
      .set({ state: 'revoked' })
      .where('device_id', '=', deviceId)
      .execute()
    expect(await codeFor(device)).toEqual({ status: 409, body: { error: 'device-act-impossible' } })
    expect(await use(code)).toEqual(invalid)
  })

  test('a quarantined device may have its key back: a bad disk is what shuts out, and what needs the code', async () => {
    const device = await aDevice()
    const { code } = (await codeFor(device)).body
    await centre.server.centre.db
      .updateTable('devices')
      .set({ state: 'quarantined' })
      .where('device_id', '=', device.identity.deviceId)
      .execute()
    const { status, body } = await use(code)
    expect(status).toBe(200)
    expect(recoveryAnswer.parse(body).sealedKeys).toHaveLength(1)
  })

  test.each(['devices', 'calendar', 'audit'])('a token for "%s" makes no code', async (role) => {
    const device = await aDevice()
    const { token } = (await asAdministrator('tokens', { name: `x-${role}`, role, days: 1 })).body
    expect(await codeFor(device, String(token))).toEqual({ status: 403, body: { error: 'not-permitted' } })
  })

  test('who asked, and the name of the token that made it, are kept with the acts upon the device', async () => {
    const device = await aDevice()
    const { token } = (await asAdministrator('tokens', { name: 'budi', role: 'all', days: 1 })).body
    expect((await codeFor(device, String(token))).status).toBe(200)
    const acts = await centre.server.centre.db
      .selectFrom('device_acts')
      .select(['kind', 'staff_name', 'about'])
      .where('device_id', '=', device.identity.deviceId)
      .execute()
    expect(acts).toEqual([{ kind: 'recovery-code', staff_name: 'budi', about: '{"askedBy":"Rini, Gading"}' }])
  })

  test('what does not open as a database key is not kept, however often it comes, and the true one still comes back', async () => {
    const device = await aDevice()
    const stored = await standing(device)
    const short = await sealed(randomBytes(31))
    const junk = Array.from({ length: 20 }, () => randomBytes(80).toString('base64url'))
    for (const sealedKey of [...junk, short, 'x', randomBytes(2000).toString('base64url')]) {
      const answer = await give(device, sealedKey)
      expect([answer.status, errorOf(answer)]).toEqual([400, 'invalid'])
    }
    expect(await standing(device)).toEqual(stored)
    const { body } = await use((await codeFor(device)).body.code)
    expect(recoveryAnswer.parse(body).sealedKeys).toHaveLength(1)
  })

  test('one that was kept before and does not open is passed over, and never stands in the way of the others', async () => {
    const device = await aDevice()
    const { deviceId } = device.identity
    const junk = Array.from({ length: 25 }, (_, number) => ({
      ...{ device_id: deviceId, key_hash: `${number}`, sealed_key: randomBytes(80).toString('base64url') },
      kept_at: '2026-11-25T00:00:00.000Z',
    }))
    await centre.server.centre.db.insertInto('device_database_keys').values(junk).execute()
    const { body } = await use((await codeFor(device)).body.code)
    expect(recoveryAnswer.parse(body).sealedKeys).toHaveLength(1)
  })
})
