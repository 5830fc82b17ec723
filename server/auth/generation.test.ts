import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generationAnswer, historyAnswer, tokenAnswer } from '#shared/contract/sync/protocol.ts'
import { ACentre, adminToken } from '../testing/a-centre.ts'
import { type ADevice, type Answer, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('generations of a device, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  const refusal = (answer: Answer) => [answer.status, errorOf(answer)]
  const history = async (device: ADevice, query: string) =>
    historyAnswer.parse(await (await device.request(`/v1/sync/history?${query}`)).json())
  const admin = (path: string, init: RequestInit = {}) =>
    fetch(`${centre.url}/v1/admin/${path}`, { ...init, headers: { authorization: `Bearer ${adminToken}` } })
  const listed = async (id: string) => {
    const { devices } = (await (await admin('devices')).json()) as { devices: { deviceId: string }[] }
    return devices.find(({ deviceId }) => deviceId === id)
  }

  test('a device gets its next generation once: asked again with the same key the answer is the same, and work goes on under it', async () => {
    const device = await centre.device()
    const card = await centre.addCard('next-generation')
    const keys = generateKeyPairSync('ed25519')
    const twin = await device.clone()
    expect(generationAnswer.parse((await device.nextGeneration(keys)).body).device.generation).toBe(2)
    expect(generationAnswer.parse((await twin.nextGeneration(keys)).body).device.generation).toBe(2)
    expect((await device.verdicts(device.handOver(card.id)))[0]).toMatchObject({ kind: 'applied', seq: 1 })
  })

  test('of two computers that ask at once one goes on; the other is told so, has no token any more, and is listed for a person', async () => {
    const device = await centre.device()
    const [one, two] = [await device.clone(), await device.clone()]
    const answers = await Promise.all([one.nextGeneration(), two.nextGeneration()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
    const loser = answers[0]?.status === 200 ? two : one
    expect(refusal(await loser.nextGeneration())).toEqual([403, 'superseded'])
    expect(refusal(await loser.signIn())).toEqual([403, 'superseded'])
    expect(refusal(await device.push(device.command('handover.record', {})))).toEqual([401, 'unauthorised'])
    expect(await listed(device.identity.deviceId)).toMatchObject({
      generation: 2,
      generations: [{ generation: 1 }, { generation: 2, reason: 'forked' }],
      copies: [{ generation: 1 }],
    })
  })

  test('a person lets the other computer back: once, and within a day', async () => {
    const device = await centre.device()
    const copy = await device.clone()
    const late = await device.clone()
    await device.nextGeneration()
    const path = `devices/${device.identity.deviceId}/readmit`
    expect((await admin(path, { method: 'POST' })).status).toBe(200)
    centre.later(86_401)
    expect(refusal(await late.nextGeneration())).toEqual([403, 'superseded'])
    await admin(path, { method: 'POST' })
    expect(generationAnswer.parse((await copy.nextGeneration()).body).device.generation).toBe(3)
    expect(refusal(await late.nextGeneration())).toEqual([403, 'superseded'])
    expect((await admin('devices/nobody/readmit', { method: 'POST' })).status).toBe(404)
  })

  test('a stranger with a key of its own gets no generation', async () => {
    const [device, stranger] = [await centre.device(), await centre.device()]
    Object.assign(stranger.identity, { deviceId: device.identity.deviceId })
    expect(refusal(await stranger.nextGeneration())).toEqual([401, 'unauthorised'])
    expect(tokenAnswer.parse((await device.signIn()).body).device.generation).toBe(1)
  })

  test('at its token a device hears where the centre stands with each of its generations', async () => {
    const device = await centre.device()
    const card = await centre.addCard('standing')
    await device.verdicts(device.handOver(card.id))
    const { seq, hash } = device.chain
    await device.nextGeneration()
    const { standing } = tokenAnswer.parse((await device.signIn()).body)
    expect(standing?.chains).toMatchObject([
      { generation: 1, seq, hash, auditSeq: 0 },
      { generation: 2, seq: 0 },
    ])
  })

  test('the own past comes page by page with its verdicts, and nobody else’s', async () => {
    const [device, other] = [await centre.device(), await centre.device()]
    const cards = await Promise.all([1, 2, 3].map((number) => centre.addCard(`past-${number}`)))
    const sent = cards.map(({ id }) => device.handOver(id))
    await device.verdicts(...sent)
    await device.nextGeneration()
    const first = await history(device, 'generation=1&limit=2')
    const second = await history(device, 'generation=1&limit=2&after=2')
    expect([...first.commands, ...second.commands].map(({ envelope }) => envelope)).toEqual(
      sent.map(({ envelope }) => envelope),
    )
    expect([first.more, second.more]).toEqual([true, false])
    expect(second.commands[0]?.verdict).toMatchObject({ kind: 'duplicate', original: 'applied', seq: 3 })
    expect((await history(other, 'generation=1')).commands).toEqual([])
  })

  test('what is signed in a generation that nobody was given is told apart from a broken signature', async () => {
    const device = await centre.device()
    device.chain = { ...device.chain, generation: 7 }
    const answer = await device.push(device.handOver('any'))
    expect(refusal(answer)).toEqual([409, 'generation-unknown'])
    expect((await device.signIn()).status).toBe(200)
  })
})
