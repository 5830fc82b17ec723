import { once } from 'node:events'
import { createServer } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lanCertificate } from '../../electron/engine/lan/certificate.ts'
import { makeLanKeyPair } from '../../electron/engine/sync/raw-keys.ts'
import { otherScope } from '../../server/testing/a-centre.ts'
import { Cable } from './cable.ts'
import { type LanDesk, Office } from './office.ts'
import { RawDesk } from './raw-desk.ts'

// A real server and real engines start for each, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let office: Office
beforeEach(async () => {
  office = await Office.open()
  for (const id of ['k-1', 'k-2', 'k-3']) await office.centre.addCard(id)
})
afterEach(() => office.close())

/** A desk on the local network, cut off the centre, and so many other devices of its office that it knows of. */
async function deskAndOthers(count = 1): Promise<readonly [LanDesk, readonly RawDesk[]]> {
  const desk = await office.desk()
  const others: RawDesk[] = []
  for (let made = 0; made < count; made++)
    others.push(await RawDesk.enrolled(office.centre.url, await office.centre.enrolmentCode()))
  await desk.call('sync.now', {})
  await desk.onLan()
  await desk.cutOff()
  return [desk, others]
}

/** What a caller gets to read before the line is closed. */
async function readUntilClosed(socket: TLSSocket): Promise<string> {
  let read = ''
  socket.on('data', (chunk) => {
    read += chunk
  })
  socket.on('error', () => {})
  await new Promise((closed) => socket.once('close', closed))
  return read
}

test('who shows no key, or one that the centre does not vouch for, or speaks an older TLS, hears not one word', async () => {
  const [desk] = await deskAndOthers(0)
  const at = { host: '127.0.0.1', port: desk.port, rejectUnauthorized: false }
  expect(await readUntilClosed(connect(at))).toBe('')
  expect(await readUntilClosed(connect({ ...at, ...lanCertificate(makeLanKeyPair()) }))).toBe('')
  expect(await readUntilClosed(connect({ ...at, maxVersion: 'TLSv1.2' }))).toBe('')
})

test('only what a device of this office signed is believed: no changed byte, no borrowed name, no other office, no other kind', async () => {
  const [desk, [other, third]] = await deskAndOthers(2)
  if (!other || !third) throw new Error('no other device')
  await office.centre.addCard('elsewhere', { scope: otherScope })
  await other.join(desk.address)
  await other.hears('hello')
  const good = other.fact('k-1')
  other.tell(
    { ...good, payload: good.payload?.replace('Warga Contoh', 'Orang Lain') ?? null },
    { ...good, envelope: good.envelope.replace('rini', 'fauzi') },
    { ...good, signature: other.fact('k-1').signature },
    { ...good, payload: null },
    third.fact('k-1', {}, other),
    other.fact('k-1', { scope: otherScope }),
    other.fact('k-1', { type: 'card.move' }),
    other.fact('k-1', { deviceId: 'nobody' }),
  )
  // Passed on by another desk, it is as good as from its own.
  other.tell(third.fact('k-2'))
  await desk.shows('k-2', 'handed-over', 'neighbour')
  expect(await desk.card('k-1')).toMatchObject({ state: 'ready', centre: 'recorded' })
  other.tell(good)
  await desk.shows('k-1', 'handed-over', 'neighbour')
  other.say('{"t":"from a newer program"}')
  other.say('no JSON')
  await other.isShutOut()
})

test('a fact that is told again after the centre knew and the card was taken back changes nothing', async () => {
  const [first, second] = await office.two()
  const other = await RawDesk.enrolled(office.centre.url, await office.centre.enrolmentCode())
  await first.synced()
  await second.synced()
  const given = await first.handOver('k-1')
  if (!given.ok) throw new Error(given.refusal.code)
  await other.join(first.address)
  const facts = await other.hears('facts')
  await first.call('handover.undo', {
    ...{ handoverId: given.value.handoverId, reason: 'Salah orang' },
    ...{ place: null, supervisor: null },
  })
  await first.call('sync.now', {})
  await second.call('sync.now', {})
  await second.shows('k-1', 'ready', 'recorded')
  await other.join(second.address)
  other.say(facts)
  other.tell(other.fact('k-3'))
  await second.shows('k-3', 'handed-over', 'neighbour')
  expect(await second.card('k-1')).toMatchObject({ state: 'ready', centre: 'recorded' })
})

test('a device that was revoked is shut out, and what only it said is not believed any more', async () => {
  const [first, second] = await office.two()
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
  await first.shows('k-1', 'handed-over', 'neighbour')
  await office.revoke(second)
  await first.synced()
  await first.shows('k-1', 'ready', 'recorded')
  expect((await first.status()).neighbours.desks).toEqual([])
  expect(await first.handOver('k-1')).toMatchObject({ ok: true })
  await second.sees(first, false)
})

test('a desk that takes questions and answers none is not waited for, and after the second one counts as not there', async () => {
  const [desk, [stalled]] = await deskAndOthers(1)
  if (!stalled) throw new Error('no other device')
  await stalled.join(desk.address, false)
  await stalled.hears('hello')
  expect(await desk.handOver('k-1')).toMatchObject({ ok: true })
  await stalled.hears('claim')
  expect(await desk.handOver('k-2')).toMatchObject({ ok: true })
  await stalled.isShutOut()
})

test('a desk that missed one question is asked again, and its claim stands', async () => {
  const [desk, [busy]] = await deskAndOthers(1)
  if (!busy) throw new Error('no other device')
  await busy.join(desk.address, false)
  await busy.hears('hello')
  expect(await desk.handOver('k-1')).toMatchObject({ ok: true })
  await busy.hears('claim')
  busy.has('k-2')
  expect(await desk.handOver('k-2')).toMatchObject({ refusal: { code: 'being-handed-over' } })
  expect((await desk.status()).neighbours.desks.filter(({ connected }) => connected)).toHaveLength(1)
})

test('a desk that dies right after its claim keeps the card from nobody for ever', async () => {
  const [desk, [other]] = await deskAndOthers(1)
  if (!other) throw new Error('no other device')
  await other.join(desk.address)
  other.say({ t: 'claim', ref: 1, cardIds: ['k-1'], ms: 2_000 })
  await other.hears('answer')
  other.leave()
  expect(await desk.handOver('k-1')).toMatchObject({ refusal: { code: 'being-handed-over' } })
  await expect.poll(async () => (await desk.handOver('k-1')).ok, { timeout: 20_000 }).toBe(true)
})

test('a cable that is out without a word is noticed, and what was done meanwhile is told when it is in again', async () => {
  const [first, second] = [await office.desk(), await office.desk()]
  await first.call('sync.now', {})
  await first.onLan()
  const cable = await Cable.to(first.port)
  await second.onLan({ addresses: [cable.address] })
  await Promise.all([first.sees(second), second.sees(first)])
  for (const desk of [first, second]) await desk.cutOff()
  cable.pull()
  expect(await first.handOver('k-1')).toMatchObject({ ok: true })
  await Promise.all([first.sees(second, false), second.sees(first, false)])
  cable.plugIn()
  await second.shows('k-1', 'handed-over', 'neighbour')
  cable.close()
})

test('twenty desks know at once of a hand-over at one of them', async () => {
  const [desk, others] = await deskAndOthers(19)
  await Promise.all(others.map((other) => other.join(desk.address)))
  await Promise.all(others.map((other) => other.hears('hello')))
  expect(await desk.handOver('k-1')).toMatchObject({ ok: true })
  await Promise.all(others.map((other) => other.hears('facts')))
  expect((await desk.status()).neighbours.desks.filter(({ connected }) => connected)).toHaveLength(19)
})

test('a port that another program has is told, and taken when it is free', async () => {
  const desk = await office.desk()
  const other = createServer().listen(desk.port, '127.0.0.1')
  await once(other, 'listening')
  await desk.onLan()
  expect((await desk.status()).neighbours.trouble).toBe('port-in-use')
  expect(await desk.handOver('k-1')).toMatchObject({ ok: true })
  other.close()
  await desk.until('app.status', {}, ({ neighbours }) => neighbours.trouble === null)
})
