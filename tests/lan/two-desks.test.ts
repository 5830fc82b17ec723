import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { Office } from './office.ts'

// A real server and real engines start for each, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let office: Office
beforeEach(async () => {
  office = await Office.open()
  for (const id of ['k-1', 'k-2', 'k-3']) await office.centre.addCard(id)
})
afterEach(() => office.close())

test('without the centre, a card handed over at one desk is refused at the other, with whom, when and under which number', async () => {
  const [first, second] = await office.two()
  const given = await first.handOver('k-1')
  if (!given.ok) throw new Error(given.refusal.code)
  const shown = await second.shows('k-1', 'handed-over', 'neighbour')
  expect(shown.card.handedOver).toMatchObject({ receiptNumber: given.value.receiptNumber, deviceCode: '01' })
  expect(await second.handOver('k-1')).toEqual({
    ok: false,
    refusal: {
      code: 'already-handed-over',
      details: expect.objectContaining({
        receiptNumber: given.value.receiptNumber,
        deviceCode: '01',
        staffName: 'rini',
      }),
    },
  })
  expect((await second.status()).unsent.count).toBe(0)
  expect((await second.call('sync.overview', {})).queue).toEqual([])

  await first.synced()
  await second.synced()
  await second.shows('k-1', 'handed-over', 'recorded')
  expect((await second.call('sync.overview', {})).exceptions).toEqual([])
})

test('a card taken back at one desk can be handed over at the other, which cannot take back what it only heard of', async () => {
  const [first, second] = await office.two()
  const given = await first.handOver('k-1')
  if (!given.ok) throw new Error(given.refusal.code)
  const { handoverId } = given.value
  await second.shows('k-1', 'handed-over', 'neighbour')
  const undo = { handoverId, reason: 'Salah orang', place: null, supervisor: null }
  expect(await second.ask('handover.undo', undo)).toMatchObject({ refusal: { code: 'told-by-neighbour' } })
  await first.call('handover.undo', undo)
  await second.shows('k-1', 'ready', 'neighbour')
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
  await first.until('card.get', { cardId: 'k-1' }, ({ card }) => card.handedOver?.deviceCode === '02')
  expect(await first.handOver('k-1')).toMatchObject({ refusal: { code: 'already-handed-over' } })
})

test('a desk that comes back hears of what was handed over while it was away, also from a third desk', async () => {
  const [first, second] = await office.two()
  const third = await office.desk()
  for (const desk of [first, second]) await desk.synced()
  await third.call('sync.now', {})
  await third.onLan({ addresses: [first.address, second.address] })
  await Promise.all([first.sees(third), second.sees(third)])
  for (const desk of office.desks) await desk.cutOff()
  await third.stop()
  await second.sees(third, false)
  expect(await first.handOver('k-1')).toMatchObject({ ok: true })
  await second.shows('k-1', 'handed-over', 'neighbour')
  await first.stop()
  await third.start()
  await third.call('session.sign-in', { username: 'rini', password: 'Rahasia-petugas-1' })
  await third.shows('k-1', 'handed-over', 'neighbour')
  await first.start()
})

test('two desks that press at the same moment: one hands the card over, the other is told where', async () => {
  const [first, second] = await office.two()
  for (const card of ['k-1', 'k-2', 'k-3']) {
    const answers = await Promise.all([first.handOver(card), second.handOver(card)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.find(({ ok }) => !ok)
    expect(['being-handed-over', 'already-handed-over']).toContain(refused?.ok === false && refused.refusal.code)
  }
  await first.synced()
  await second.synced()
  expect((await first.call('sync.overview', {})).exceptions).toEqual([])
})

test('a card that is before one clerk is not handed over by another, until it is given back', async () => {
  const [first, second] = await office.two()
  expect(await first.call('handover.begin', { cardId: 'k-1' })).toEqual({ claimedBy: null })
  const { claimedBy } = await second.call('handover.begin', { cardId: 'k-1' })
  expect(claimedBy).toMatchObject({ deviceCode: '01' })
  expect(claimedBy?.seconds).toBeGreaterThan(30)
  expect(claimedBy?.seconds).toBeLessThanOrEqual(40)
  expect(await second.handOver('k-1')).toMatchObject({
    ok: false,
    refusal: { code: 'being-handed-over', details: { deviceCode: '01' } },
  })
  await first.call('handover.leave', { cardId: 'k-1' })
  await expect
    .poll(async () => (await second.call('handover.begin', { cardId: 'k-1' })).claimedBy, { timeout: 20_000 })
    .toBeNull()
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
})

test('desks that cannot see each other say so, each hands the card over, and when they meet both show the clash', async () => {
  const [first, second] = await office.two()
  await second.offLan()
  await first.sees(second, false)
  expect((await first.status()).neighbours).toMatchObject({
    on: true,
    desks: [{ deviceCode: '02', connected: false, seenAt: expect.any(String) }],
  })
  expect((await second.status()).neighbours.on).toBe(false)
  expect(await first.handOver('k-1')).toMatchObject({ ok: true })
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
  await second.onLan({ addresses: [first.address] })
  for (const desk of [first, second]) await desk.shows('k-1', 'handed-over', 'will-clash')
  for (const desk of [first, second, first]) await desk.synced()
  for (const desk of [first, second]) await desk.shows('k-1', 'handed-over', 'case')
})

test('what was told has its place by when it came, however wrong the clocks are', async () => {
  const [first, second] = await office.two()
  second.clockAheadMs = 3_600_000
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
  await first.shows('k-1', 'handed-over', 'neighbour')
  first.clockAheadMs = -3_600_000
  expect(await first.handOver('k-1')).toMatchObject({ refusal: { code: 'already-handed-over' } })
  expect(await first.handOver('k-2')).toMatchObject({ ok: true })
  await second.shows('k-2', 'handed-over', 'neighbour')
})

test('an office with one device has no other desk, and nothing to say', async () => {
  const alone = await office.desk({ find: false })
  expect((await alone.status()).neighbours).toEqual({ on: true, trouble: null, desks: [] })
  expect(await alone.handOver('k-1')).toMatchObject({ ok: true })
})

test('a desk whose disk was copied, and the copy, each say that there is another; a desk that calls itself says nothing', async () => {
  const original = await office.desk()
  const copy = await office.cloneOf(original)
  await original.onLan({ addresses: [original.address] })
  await copy.onLan({ addresses: [copy.address, original.address] })
  const said = ({ exceptions }: OutputOf<'sync.overview'>) => exceptions.map(({ code, details }) => [code, details])
  for (const desk of [original, copy]) {
    const overview = await desk.until('sync.overview', {}, ({ exceptions }) => exceptions.length > 0)
    expect(said(overview)).toEqual([['copy-seen', { address: '127.0.0.1' }]])
  }
})
