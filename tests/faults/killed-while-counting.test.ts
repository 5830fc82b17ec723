import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBigParcel } from '../fixtures/big-parcel.ts'
import { type City, copyCity, makeCity, password } from '../fixtures/city.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { aSignature } from '../fixtures/signature.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const place = temporaryFolder('killed-counting')
let template: City

beforeAll(async () => {
  template = await makeCity(join(place.path, 'template'), { cards: 24, desks: 1 })
}, 300_000)
afterAll(() => place.remove())

/** A desk without a centre, to which a parcel of so many cards is on its way: its engine is killed and started again on the same file. */
async function openDesk(name: string, size: number) {
  const city = copyCity(template.folder, join(place.path, name))
  const desk = city.desks[0] as City['desks'][number]
  const { shipmentId, cards } = await addBigParcel(desk, size)
  const start = async () => {
    const { dataDir, centrePort } = desk
    const engine = await EngineLine.start({ dataDir, serverUrl: `http://127.0.0.1:${centrePort}` })
    await engine.signIn('rini', password)
    return engine
  }
  return { shipmentId, labels: cards.map(({ labelCode }) => labelCode), start }
}

test('power fails again and again in the middle of 300 cards: whatever was answered is counted, and nothing twice', async () => {
  const { shipmentId, labels, start } = await openDesk('counting', 300)
  const answered = new Set<string>()
  let engine = await start()
  for (let at = 0; at < labels.length; at += 50) {
    const part = labels.slice(at, at + 50)
    // All fifty are on their way when it dies: some were answered, some were not.
    const counts = part.map(async (code) => {
      await engine.call('shipment.count-line', { shipmentId, code })
      answered.add(code)
      if (answered.size % 50 === 30) await engine.kill()
    })
    await Promise.allSettled(counts)
    await engine.kill()
    engine = await start()
    const { lines } = await engine.call('shipment.get', { shipmentId })
    const counted = lines.filter((line) => line.counted === 'good')
    expect(counted.length).toBeGreaterThanOrEqual(answered.size)
    for (const code of part) {
      const again = await engine.call('shipment.count-line', { shipmentId, code })
      if (answered.has(code)) expect(again.kind).toBe('again')
      answered.add(code)
    }
  }
  const { lines } = await engine.call('shipment.get', { shipmentId })
  expect(lines.map(({ counted }) => counted)).toEqual(labels.map(() => 'good'))
  await engine.stop()
}, 300_000)

/** When the power fails: so many later questions were answered after the signing was sent; `signed`: the signing itself was. */
const moments = [0, 1, 4, 16, 'signed'] as const

test('power fails while a count of 60 cards is signed, sooner or later: pressing again gives the one berita acara', async () => {
  const answers: (string | null)[] = []
  for (const moment of moments) {
    const { shipmentId, labels, start } = await openDesk(`signing-${moment}`, 60)
    let engine = await start()
    for (const code of labels) await engine.call('shipment.count-line', { shipmentId, code })
    const [signature, courierSignature] = [aSignature(1), aSignature(2)]
    const signed = { shipmentId, complete: true, courierName: 'Agus', signature, courierSignature }
    const requestId = 'b5c4f9a6-0000-7000-8000-0000000000c1'
    const first = engine.call('shipment.receive', signed, requestId).catch(() => null)
    for (let asked = 0; moment !== 'signed' && asked < moment; asked++) await engine.call('session.current', {})
    if (moment === 'signed') await first
    await engine.kill()
    const answered = (await first)?.number ?? null
    answers.push(answered)
    engine = await start()
    const { number, good } = await engine.call('shipment.receive', signed, requestId)
    expect([moment, answered ?? number, good]).toEqual([moment, number, labels.length])
    const { state, counts } = await engine.call('shipment.get', { shipmentId })
    expect([moment, state, counts.map((count) => count.number)]).toEqual([moment, 'received', [number]])
    await engine.stop()
  }
  // Otherwise the power failed at one side of the signing only.
  expect(answers[0]).toBeNull()
  expect(answers.at(-1)).toMatch(/BAP/)
}, 300_000)
