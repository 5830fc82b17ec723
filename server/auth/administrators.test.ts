import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ACentre, adminToken, otherScope, scope } from '../testing/a-centre.ts'
import { databases } from '../testing/databases.ts'

const [kind] = (await databases()).slice(-1)
let centre: ACentre
beforeAll(async () => {
  if (!kind) throw new Error('no database')
  centre = await ACentre.open(kind)
})
afterAll(() => centre.close())

const ask = async (token: string, method: string, path: string, body?: object) => {
  const answer = await fetch(`${centre.url}/v1/admin/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) }
}
const tokenFor = async (name: string, role: string, days = 90) =>
  String((await ask(adminToken, 'POST', 'tokens', { name, role, days })).body.token)

test('a named token does what its role is for and nothing else, until it ends', async () => {
  const budi = await tokenFor('budi', 'devices')
  expect(budi).toMatch(/^la_[A-Za-z0-9_-]{43}$/)
  expect((await ask(budi, 'POST', 'enrolment-codes', { scope })).status).toBe(200)
  const closed = { day: '2026-12-24', exception: null }
  expect(await ask(budi, 'POST', 'office-days', closed)).toEqual({ status: 403, body: { error: 'not-permitted' } })
  expect((await ask(budi, 'GET', 'acts')).status).toBe(403)
  expect((await ask(budi, 'POST', 'tokens', { name: 'eve', role: 'all' })).status).toBe(403)
  expect((await ask(adminToken, 'DELETE', 'tokens/budi')).status).toBe(200)
  expect((await ask(budi, 'POST', 'enrolment-codes', { scope })).status).toBe(401)
  expect((await ask(adminToken, 'DELETE', 'tokens/budi')).status).toBe(404)
})

test('a token is over after its days, and a name is given to a second person only then', async () => {
  const siti = await tokenFor('siti', 'calendar', 1)
  expect((await ask(adminToken, 'POST', 'tokens', { name: 'siti', role: 'all' })).status).toBe(409)
  expect((await ask(adminToken, 'POST', 'tokens', { name: 'environment', role: 'all' })).status).toBe(409)
  centre.later(86_401)
  expect((await ask(siti, 'POST', 'office-days', { day: '2026-12-24', exception: null })).status).toBe(401)
  expect((await ask(adminToken, 'POST', 'tokens', { name: 'siti', role: 'audit' })).status).toBe(200)
})

test('what is done with a token is kept with its name, also what was not permitted, and never the token', async () => {
  const rudi = await tokenFor('rudi', 'devices')
  const auditor = await tokenFor('auditor', 'audit')
  await ask(rudi, 'POST', 'enrolment-codes', { scope: otherScope })
  await ask(rudi, 'POST', 'devices/no-such-device/revoke')
  await ask(rudi, 'GET', 'acts')
  const { body } = await ask(auditor, 'GET', 'acts?limit=500')
  const acts = z.array(z.looseObject({ name: z.string() })).parse(body.acts)
  const done = acts.filter(({ name }) => name === 'rudi').map(({ act, subject, status }) => [act, subject, status])
  expect(done).toHaveLength(3)
  expect(done).toEqual(
    expect.arrayContaining([
      ['POST /v1/admin/enrolment-codes', otherScope, 200],
      ['POST /v1/admin/devices/:id/revoke', 'no-such-device', 404],
      ['GET /v1/admin/acts', '', 403],
    ]),
  )
  const kept = JSON.stringify(await centre.server.centre.db.selectFrom('admin_tokens').selectAll().execute())
  for (const token of [rudi, auditor, adminToken]) expect(kept + JSON.stringify(body)).not.toContain(token)
})

test('after twenty wrong tokens the address is told to wait, also with the right one, for a quarter of an hour', async () => {
  centre.later(3600)
  for (let attempt = 1; attempt <= 20; attempt++) expect((await ask('guess', 'GET', 'acts')).status).toBe(401)
  expect((await ask('guess', 'GET', 'acts')).status).toBe(429)
  expect((await ask(adminToken, 'GET', 'acts')).status).toBe(429)
  centre.later(901)
  expect((await ask(adminToken, 'GET', 'acts')).status).toBe(200)
})
