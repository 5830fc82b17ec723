import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, otherScope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('blobs on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterAll(() => centre.close())

  const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const put = (name: string, bytes: Uint8Array, range?: string) =>
    device.request(`/v1/blobs/${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...(range ? { 'content-range': range } : {}) },
      body: new Uint8Array(bytes),
    })

  test('a blob sent in two pieces goes on where it was cut', async () => {
    const bytes = randomBytes(100_000)
    const name = nameOf(bytes)
    expect((await put(name, bytes.subarray(0, 60_000), 'bytes 0-59999/100000')).status).toBe(202)
    const head = await device.request(`/v1/blobs/${name}`, { method: 'HEAD' })
    expect(head.headers.get('x-loket-received')).toBe('60000')
    expect((await put(name, bytes.subarray(60_000), 'bytes 60000-99999/100000')).status).toBe(201)
    const back = Buffer.from(await (await device.request(`/v1/blobs/${name}`)).arrayBuffer())
    expect(back.equals(bytes)).toBe(true)
  })

  test('sending a whole blob again changes nothing', async () => {
    const bytes = randomBytes(500)
    const statuses = [(await put(nameOf(bytes), bytes)).status, (await put(nameOf(bytes), bytes)).status]
    expect(statuses.every((status) => status < 300)).toBe(true)
  })

  test('bytes that are not what their name says are refused', async () => {
    const answer = await put(nameOf(randomBytes(10)), randomBytes(500))
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  test('another kelurahan cannot read it', async () => {
    const bytes = randomBytes(500)
    await put(nameOf(bytes), bytes)
    const stranger = await centre.device(otherScope)
    expect((await stranger.request(`/v1/blobs/${nameOf(bytes)}`)).status).toBe(404)
  })

  test('the documentation lists the protocol', async () => {
    const answer = await fetch(`${centre.url}/docs/json`)
    const { paths }: { paths: Record<string, unknown> } = await answer.json()
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/v1/sync/push', '/v1/sync/changes', '/v1/lookup']))
  })
})
