import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, adminToken, password, scope } from '../testing/a-centre.ts'
import { ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('who may come in, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  const signIn = async (device: ADevice, username: string, typed: string) =>
    device.post('/v1/staff/sign-in', { username, password: typed })

  test('an enrolment code serves one device', async () => {
    const code = await centre.enrolmentCode()
    await ADevice.enrol(centre.url, code)
    await expect(ADevice.enrol(centre.url, code)).rejects.toThrow('enrol-code-invalid')
  })

  test('an enrolment code may be typed in small letters and without dashes', async () => {
    const code = await centre.enrolmentCode()
    const device = await ADevice.enrol(centre.url, code.toLowerCase().replaceAll('-', ''))
    expect(device.identity).toMatchObject({ homeScope: scope, scopes: [scope], generation: 1 })
  })

  test('an enrolment code of last week is refused', async () => {
    const code = await centre.enrolmentCode()
    centre.later(8 * 86_400)
    await expect(ADevice.enrol(centre.url, code)).rejects.toThrow('enrol-code-invalid')
  })

  test('without a token nothing is answered, nor with a token of yesterday', async () => {
    const device = await centre.device()
    const bare = await fetch(`${centre.url}/v1/sync/changes?cursor=x`, { headers: { 'x-loket-protocol': '2' } })
    expect(bare.status).toBe(401)
    centre.later(86_400)
    expect((await device.request('/v1/lookup?code=x')).status).toBe(401)
  })

  test('codes for enrolment are made only with the token of administration', async () => {
    const ask = (token: string) =>
      fetch(`${centre.url}/v1/admin/enrolment-codes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ scope }),
      })
    expect([(await ask('guess')).status, (await ask(adminToken)).status]).toEqual([401, 200])
  })

  test('a program of another protocol version is told so', async () => {
    const answer = await fetch(`${centre.url}/v1/challenge`, { method: 'POST', headers: { 'x-loket-protocol': '1' } })
    expect(answer.status).toBe(426)
  })

  test('a person signs in with the right password, in any spelling of the name', async () => {
    const device = await centre.device()
    expect((await signIn(device, ' Rini ', password)).body).toEqual({
      staffId: 'rini',
      must: null,
      credentialsSince: null,
    })
    expect(errorOf(await signIn(device, 'rini', 'wrong'))).toBe('wrong-password')
    expect(errorOf(await signIn(device, 'nobody', password))).toBe('wrong-password')
    expect(errorOf(await signIn(device, 'mantan', password))).toBe('staff-inactive')
  })

  test('five wrong passwords lock the name for a quarter of an hour, also for the right one', async () => {
    const device = await centre.device()
    for (let attempt = 1; attempt <= 5; attempt++)
      expect(errorOf(await signIn(device, 'victim', 'guess'))).toBe('wrong-password')
    const locked = await signIn(device, 'victim', 'guess')
    expect([locked.status, errorOf(locked)]).toEqual([429, 'locked-out'])
    centre.later(901)
    expect(errorOf(await signIn(device, 'victim', 'guess'))).toBe('wrong-password')
  })
})
