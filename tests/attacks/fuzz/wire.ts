import fc from 'fast-check'
import {
  auditRequest,
  challengeRequest,
  enrolRequest,
  generationRequest,
  heartbeatRequest,
  problem,
  pushRequest,
  recoveryRequest,
  staffSignInRequest,
  tokenRequest,
} from '#shared/contract/sync/protocol.ts'
import { ACentre } from '../../../server/testing/a-centre.ts'
import type { ADevice } from '../../../server/testing/a-device.ts'
import { databases } from '../../../server/testing/databases.ts'
import { anyText, anyThing, nearly } from './hostile.ts'

const atOnce = 20

/** Questions to the centre that are nearly right, and bodies that are nothing: no answer is an error of its own, and each refusal has the form of one. */
export async function fuzzWire(runs: number, seed?: number): Promise<void> {
  const [kind] = (await databases(undefined, () => undefined)).slice(-1)
  if (!kind) throw new Error('no database')
  const centre = await ACentre.open(kind)
  try {
    await centre.addCard('k-1')
    const device = await centre.device()
    const { deviceId } = device.identity
    const batches = fc.array(aQuestion(deviceId), { minLength: atOnce, maxLength: atOnce })
    await fc.assert(
      fc.asyncProperty(batches, async (questions) => {
        await Promise.all(questions.map((one) => ask(device, one)))
        // What looked forged shut the device out: for the next ones it is let in again. Another minute: the limits are not what is tried here.
        await centre.server.centre.db.updateTable('devices').set({ state: 'active' }).execute()
        centre.later(61)
        if ((await device.request('/v1/region-pack')).status === 401) await device.signIn()
      }),
      { numRuns: Math.ceil(runs / atOnce), ...(seed === undefined ? {} : { seed }) },
    )
    if (centre.errors.length > 0) throw new Error(`the centre logged ${centre.errors[0]}`)
  } finally {
    await centre.close()
  }
}

interface Question {
  readonly method: string
  readonly path: string
  readonly body?: string
  readonly type?: string
}

const json = (body: unknown): string => JSON.stringify(body) ?? 'undefined'
const posted = (path: string, body: fc.Arbitrary<unknown>): fc.Arbitrary<Question> =>
  fc
    .oneof({ weight: 9, arbitrary: body.map(json) }, { weight: 1, arbitrary: anyText })
    .map((text) => ({ method: 'POST', path, body: text, type: 'application/json' }))
const asked = (path: string, names: readonly string[]): fc.Arbitrary<Question> =>
  fc.array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: 3 }).map((pairs) => ({
    method: 'GET',
    path: `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`,
  }))

const aQuestion = (deviceId: string): fc.Arbitrary<Question> => {
  const own = (body: fc.Arbitrary<unknown>) =>
    body.map((one) => (typeof one === 'object' && one !== null && !Array.isArray(one) ? { ...one, deviceId } : one))
  return fc.oneof(
    posted('/v1/sync/push', own(nearly(pushRequest))),
    posted('/v1/sync/audit', own(nearly(auditRequest))),
    posted('/v1/devices/enrol', nearly(enrolRequest)),
    posted('/v1/challenge', nearly(challengeRequest)),
    posted('/v1/token', nearly(tokenRequest)),
    posted(`/v1/devices/${deviceId}/generation`, nearly(generationRequest)),
    posted(`/v1/devices/${deviceId}/heartbeat`, nearly(heartbeatRequest)),
    posted(`/v1/devices/${deviceId}/recovery`, nearly(recoveryRequest)),
    posted('/v1/staff/sign-in', nearly(staffSignInRequest)),
    posted('/v1/sync/push', anyThing),
    asked('/v1/sync/snapshot', ['scope', 'after', 'limit']),
    asked('/v1/sync/changes', ['cursor', 'limit']),
    asked('/v1/sync/history', ['generation', 'after', 'limit']),
    asked('/v1/lookup', ['code', 'staffId', 'x']),
    asked('/v1/query/cards', ['staffId', 'scope', 'search', 'offset', 'limit', 'state']),
    anyText.map((text) => ({ method: 'GET', path: `/v1/blobs/${encodeURIComponent(text.toWellFormed())}` })),
    anyText.map((text) => ({
      method: 'PUT',
      path: `/v1/blobs/${'a'.repeat(64)}`,
      body: text,
      type: 'application/octet-stream',
    })),
    anyText.map((text) => ({ method: 'GET', path: `/${encodeURIComponent(text.toWellFormed())}` })),
  )
}

async function ask(device: ADevice, { method, path, body, type }: Question): Promise<void> {
  const headers: Record<string, string> = type ? { 'content-type': type } : {}
  const answer = await device.request(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body.toWellFormed() }),
  })
  const text = await answer.text()
  if (answer.status >= 500) throw new Error(`${method} ${path} ${body}: ${answer.status} ${text}`)
  if (answer.status >= 400) problem.parse(JSON.parse(text))
}
