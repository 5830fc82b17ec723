import { createHash, sign } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CourierHeader } from '#shared/contract/sync/courier.ts'
import { sealFile } from '#shared/courier/seal-file.ts'
import { readDevice } from '../../electron/engine/sync/device-record.ts'
import { makeKeyPair, privateKeyOf } from '../../electron/engine/sync/raw-keys.ts'
import { aCard, City, cardId, cardRow, staffId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'
import { Stick } from './stick.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
/** Another office's device, which has a network. */
let carrier: Desk
beforeAll(async () => {
  city = await City.found()
  carrier = await deskAt(await city.office(1))
})
afterAll(async () => {
  await carrier.close()
  await city.close()
})

const deskAt = async (scope: string, url = city.url) => Desk.enrolled(url, scope, await city.enrolmentCode(scope))

/** An office whose network is gone from now on, with so many hand-overs since. */
async function aloneWith(handOvers: number, cards = handOvers + 2): Promise<Desk> {
  const scope = await city.office(cards)
  const desk = await deskAt(scope)
  await desk.sync.control.setConnection(false)
  for (let number = 1; number <= handOvers; number++) await desk.handOver(cardId(scope, number))
  return desk
}
const goOnline = async (desk: Desk) => {
  await desk.sync.control.setConnection(true)
  return desk.round()
}

const whoOf = (desk: Desk) => staffId(desk.scope)
async function saveQueue(desk: Desk, stick = new Stick()): Promise<Buffer> {
  const saved = await desk.sync.courier.saveQueue(stick.toSave('antrean'), whoOf(desk))
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal))
  return stick.files.get('antrean') ?? Buffer.alloc(0)
}
function open(desk: Desk, bytes: Buffer) {
  const stick = new Stick()
  stick.files.set('berkas', bytes)
  return desk.sync.courier.takeIn(stick.toRead('berkas'), whoOf(desk))
}
const carriedBy = async (desk: Desk) => (await desk.sync.courier.state()).carried

/** The queue goes to the centre by another device; returns the answer's bytes. */
async function carry(queue: Buffer, by = carrier): Promise<Buffer> {
  expect(await open(by, queue)).toMatchObject({ ok: true, value: { found: 'queue', again: false } })
  await by.round()
  const carried = (await carriedBy(by)).at(-1)
  expect(carried).toMatchObject({ state: 'answered', code: null })
  const stick = new Stick()
  await by.sync.courier.saveAnswer(carried?.id ?? '', stick.toSave('jawaban'), whoOf(by))
  expect((await carriedBy(by)).at(-1)).toMatchObject({ state: 'handed-back' })
  await by.sync.courier.forget(carried?.id ?? '', whoOf(by))
  return stick.files.get('jawaban') ?? Buffer.alloc(0)
}

const auditKinds = async (desk: Desk) => {
  const rows = await desk.store.read.selectFrom('audit_entry').select('entry').orderBy('position').execute()
  return rows.map(({ entry }) => (JSON.parse(entry) as { kind: string }).kind)
}
/** Everything that an answer could change. */
const stateOf = async (desk: Desk) => ({
  rows: await desk.rows(),
  commands: await desk.store.read.selectFrom('command').selectAll().orderBy('position').execute(),
  places: await desk.store.read
    .selectFrom('sync_state')
    .selectAll()
    .where('name', 'not in', ['queue-saved', 'last-pull-at', 'time-seen', 'synced-at', 'hlc-heard'])
    .orderBy('name')
    .execute(),
  files: (await desk.sync.courier.state()).carried.length,
  parts: (await desk.store.read.selectFrom('carried_part').select('key').execute()).length,
})

test('days without a network go to the centre and back on a stick, and end as if they had been online', async () => {
  const desk = await aloneWith(3)
  const { scope } = desk
  const contents = await desk.sync.courier.state()
  expect(contents).toMatchObject({ possible: true, queue: { commands: 3, auditEntries: 3, blobs: 3 }, savedAt: null })
  const queue = await saveQueue(desk)
  expect((await desk.commands()).waiting).toBe(3)
  await city.write([cardRow({ ...aCard(scope, 5), ownerName: 'Baru Di Pusat' })])
  const answer = await carry(queue)
  expect(await open(desk, answer)).toMatchObject({
    ok: true,
    value: { found: 'answer', verdicts: 3, waiting: 0, older: false },
  })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  expect(await desk.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over', centre: 'recorded' })
  expect((await desk.overview()).blobs.waiting).toBe(0)
  expect((await auditKinds(desk)).slice(-2)).toEqual(['queue-saved', 'answer-taken'])
  expect((await auditKinds(carrier)).slice(-3)).toEqual(['file-carried', 'answer-saved', 'carried-forgotten'])
  // The network finds nothing left to do but the notes about the files.
  expect(await goOnline(desk)).toEqual({ ok: true, value: { sent: 0, received: 0 } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('what goes both by file and over the network is there once, and the late answer changes nothing', async () => {
  const desk = await aloneWith(2)
  const queue = await saveQueue(desk)
  await goOnline(desk)
  const answer = await carry(queue)
  await desk.round()
  const before = await stateOf(desk)
  expect(await open(desk, answer)).toMatchObject({ ok: true, value: { verdicts: 0, rows: 0, older: true } })
  expect(await stateOf(desk)).toEqual(before)
  expect(await city.commands(desk.scope)).toHaveLength(2)
  await desk.close()
})

test('everything that has no answer is in the next file again, and answers are taken in any order, as often as one likes', async () => {
  const desk = await aloneWith(2, 6)
  const { scope } = desk
  const first = await saveQueue(desk)
  await desk.handOver(cardId(scope, 3))
  await desk.handOver(cardId(scope, 4))
  const second = await saveQueue(desk)
  const answers = [await carry(first), await carry(second)] as const
  expect(await open(desk, answers[1])).toMatchObject({ ok: true, value: { verdicts: 4, waiting: 0 } })
  const settled = await stateOf(desk)
  expect(settled.rows).toEqual(await city.rows(scope))
  for (const answer of [answers[0], answers[1], answers[0]])
    expect(await open(desk, answer)).toMatchObject({ ok: true, value: { verdicts: 0, older: true } })
  expect(await stateOf(desk)).toEqual(settled)
  await desk.close()
})

test('a second answer from the same place goes on from where the first one ended', async () => {
  const desk = await aloneWith(1, 4)
  const { scope } = desk
  const first = await saveQueue(desk)
  await desk.handOver(cardId(scope, 2))
  const second = await saveQueue(desk)
  expect(await open(desk, await carry(first))).toMatchObject({ ok: true, value: { verdicts: 1, waiting: 1 } })
  expect(await open(desk, await carry(second))).toMatchObject({ ok: true, value: { verdicts: 1, waiting: 0 } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('an answer that would leave rows out is not taken, whatever is done with it', async () => {
  const desk = await aloneWith(1)
  const answer = await carry(await saveQueue(desk))
  // As on a disk that was put back to before the queue was saved.
  const { scope } = desk
  await desk.store.inTransaction(async (trx) => {
    await trx.updateTable('sync_state').set({ value: '0' }).where('name', '=', `position:${scope}`).execute()
  })
  const rows = await desk.rows()
  expect(await open(desk, answer)).toEqual({ ok: false, refusal: { code: 'courier-gap' } })
  expect(await desk.rows()).toEqual(rows)
  expect(await carriedBy(desk)).toEqual([])
  await desk.close()
})

test('an answer of a centre that was put back since is not taken; once online the device is put right', async () => {
  const desk = await aloneWith(1)
  const answer = await carry(await saveQueue(desk))
  await desk.store.inTransaction(async (trx) => {
    await trx.updateTable('sync_state').set({ value: '"earlier"' }).where('name', '=', 'incarnation').execute()
  })
  const before = await stateOf(desk)
  expect(await open(desk, answer)).toEqual({ ok: false, refusal: { code: 'courier-gap' } })
  expect(await stateOf(desk)).toEqual(before)
  expect(await goOnline(desk)).toMatchObject({ ok: true })
  expect((await desk.commands()).waiting).toBe(0)
  expect(await desk.rows()).toEqual(await city.rows(desk.scope))
  await desk.close()
})

test('a place that the centre folded away is answered with the whole office, and what is gone there goes here', async () => {
  const desk = await aloneWith(1, 4)
  const { scope } = desk
  const { db } = city.server.centre
  await city.write([cardRow({ ...aCard(scope, 2), ownerName: 'Nama Baru' })])
  await db.deleteFrom('changes').where('scope', '=', scope).execute()
  await db.deleteFrom('rows').where('scope', '=', scope).where('id', '=', cardId(scope, 4)).execute()
  const { seq } = await db.selectFrom('scopes').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow()
  await db.updateTable('scopes').set({ folded_seq: seq }).where('scope', '=', scope).execute()
  const answer = await carry(await saveQueue(desk))
  expect(await open(desk, answer)).toMatchObject({ ok: true, value: { verdicts: 1, waiting: 0 } })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await desk.card(cardId(scope, 4))).toBeNull()
  const settled = await stateOf(desk)
  expect(await open(desk, answer)).toMatchObject({ ok: true, value: { older: true } })
  expect(await stateOf(desk)).toEqual(settled)
  await goOnline(desk)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('an answer that is cut or changed anywhere changes nothing and is told; the true one still comes through', async () => {
  const desk = await aloneWith(2)
  const answer = await carry(await saveQueue(desk))
  const before = await stateOf(desk)
  const spoilt = fc.oneof(
    fc.integer({ min: 0, max: answer.length - 1 }).map((length) => answer.subarray(0, length)),
    fc.tuple(fc.integer({ min: 0, max: answer.length - 1 }), fc.integer({ min: 0, max: 7 })).map(([at, bit]) => {
      const changed = Buffer.from(answer)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      return changed
    }),
  )
  await fc.assert(
    fc.asyncProperty(spoilt, async (bytes) => {
      expect(await open(desk, bytes)).toMatchObject({
        ok: false,
        refusal: { code: expect.stringMatching(/^courier-/) },
      })
      expect(await stateOf(desk)).toEqual(before)
    }),
    { numRuns: 60 },
  )
  expect(await open(desk, answer)).toMatchObject({ ok: true, value: { verdicts: 2 } })
  await desk.close()
})

test('a queue that is cut is not carried at all', async () => {
  const desk = await aloneWith(1)
  const queue = await saveQueue(desk)
  const before = await stateOf(carrier)
  for (const length of [0, 30, 500, queue.length - 1])
    expect(await open(carrier, queue.subarray(0, length))).toMatchObject({
      ok: false,
      refusal: { code: length < 8 ? 'courier-not-ours' : 'courier-damaged' },
    })
  expect(await stateOf(carrier)).toEqual(before)
  await desk.close()
})

test('a power cut in the middle of an answer is gone on from', async () => {
  const desk = await aloneWith(3)
  const answer = await carry(await saveQueue(desk))
  vi.spyOn(desk.baseRows, 'apply').mockRejectedValueOnce(new Error('the power went'))
  await expect(open(desk, answer)).rejects.toThrow('the power went')
  await desk.restart()
  const [left] = await carriedBy(desk)
  expect(left).toMatchObject({ kind: 'answer', state: 'unfinished' })
  expect(await desk.sync.courier.finish(left?.id ?? '', whoOf(desk))).toMatchObject({ ok: true, value: { waiting: 0 } })
  expect(await carriedBy(desk)).toEqual([])
  expect(await desk.rows()).toEqual(await city.rows(desk.scope))
  await desk.close()
})

test('a file that is not for this computer is told as what it is', async () => {
  const [desk, neighbour] = [await aloneWith(1), await aloneWith(1)]
  const queue = await saveQueue(desk)
  const answer = await carry(queue)
  const { deviceName } = (await readDevice(desk.store.read))?.identity ?? { deviceName: '' }
  expect(await open(desk, queue)).toEqual({ ok: false, refusal: { code: 'courier-own-queue' } })
  expect(await open(neighbour, answer)).toEqual({
    ok: false,
    refusal: { code: 'courier-other-computer', details: { deviceName } },
  })
  expect(await open(neighbour, Buffer.from('%PDF-1.7'))).toEqual({ ok: false, refusal: { code: 'courier-not-ours' } })
  const elsewhere = await City.found()
  const scope = await elsewhere.office(1)
  const stranger = await Desk.enrolled(elsewhere.url, scope, await elsewhere.enrolmentCode(scope))
  expect(await open(stranger, queue)).toEqual({ ok: false, refusal: { code: 'courier-other-centre' } })
  for (const one of [desk, neighbour, stranger]) await one.close()
  await elsewhere.close()
})

test('an answer that the centre did not sign is told as forged, and nothing of it is believed', async () => {
  const desk = await aloneWith(1)
  const { identity, keys } = (await readDevice(desk.store.read)) ?? {}
  if (!identity || !keys) throw new Error('not enrolled')
  const { id } = JSON.parse(
    (await desk.store.read.selectFrom('command').select('envelope').executeTakeFirst())?.envelope ?? '',
  )
  const verdict = {
    line: 'verdict',
    generation: 1,
    commandId: id,
    seq: 1,
    kind: 'refused',
    code: null,
    original: null,
    caseId: null,
  }
  const lines = [
    { line: 'about', outcome: 'taken', expected: null, incarnation: 'x', serverTime: '2026-11-24T02:00:00.000Z' },
    { ...verdict, decidedAt: '2026-11-24T02:00:00.000Z' },
    { line: 'end' },
  ]
  const content = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const header: CourierHeader = {
    ...{ v: 1, kind: 'answer', id: 'forged', answers: 'x', madeAt: '2026-11-24T02:00:00.000Z' },
    ...{ deviceId: identity.deviceId, deviceName: identity.deviceName, generation: 1 },
    recipient: keys.sealing.publicKey.toString('base64url'),
  }
  const stranger = privateKeyOf('ed25519', makeKeyPair('ed25519').privateKey)
  const chunks: Uint8Array[] = []
  const sealer = { newHash: () => createHash('sha256'), sign: (message: Uint8Array) => sign(null, message, stranger) }
  for await (const chunk of sealFile(header, keys.sealing.publicKey, Readable.from([content]), sealer))
    chunks.push(chunk)
  const before = await stateOf(desk)
  expect(await open(desk, Buffer.concat(chunks))).toEqual({ ok: false, refusal: { code: 'courier-forged' } })
  expect(await stateOf(desk)).toEqual(before)
  await desk.close()
})

test('a device that the centre shut out hears so by file, and keeps its queue', async () => {
  const desk = await aloneWith(1)
  const queue = await saveQueue(desk)
  await city.server.centre.db
    .updateTable('devices')
    .set({ state: 'quarantined' })
    .where('home_scope', '=', desk.scope)
    .execute()
  const rows = await desk.rows()
  expect(await open(desk, await carry(queue))).toMatchObject({ ok: true, value: { verdicts: 0, rows: 0, waiting: 1 } })
  expect(await desk.rows()).toEqual(rows)
  expect((await desk.overview()).exceptions).toMatchObject([{ kind: 'attention', code: 'quarantined' }])
  await desk.close()
})

test('a stick that is full, locked or pulled out is told so; nothing is marked, and the queue waits on', async () => {
  const desk = await aloneWith(1)
  for (const [kind, code] of [
    ['disk-full', 'file-disk-full'],
    ['read-only', 'file-read-only'],
    ['gone', 'file-gone'],
  ] as const) {
    const stick = new Stick()
    stick.room = 100
    stick.trouble = kind
    expect(await desk.sync.courier.saveQueue(stick.toSave('antrean'), whoOf(desk))).toEqual({
      ok: false,
      refusal: { code },
    })
    expect([...stick.files.keys()]).toEqual([])
  }
  expect(await desk.sync.courier.state()).toMatchObject({ savedAt: null, queue: { commands: 1 }, running: null })
  await desk.close()
})

test('a device that was never online has nobody to seal for, and says so', async () => {
  const desk = await Desk.open(city.url, await city.office(0))
  expect(await desk.sync.courier.queueName()).toEqual({ ok: false, refusal: { code: 'not-enrolled' } })
  expect(await desk.sync.courier.state()).toMatchObject({ possible: false, queue: { commands: 0 } })
  await desk.close()
  const enrolled = await aloneWith(1)
  await enrolled.store.inTransaction(async (trx) => {
    await trx.updateTable('device').set({ centre_sealing_key: null, centre_signing_key: null }).execute()
  })
  const never = { ok: false, refusal: { code: 'courier-never-online' } }
  expect(await enrolled.sync.courier.queueName()).toEqual(never)
  expect(await open(enrolled, Buffer.from('x'))).toEqual(never)
  await enrolled.close()
})

test('a large file goes on where the line was cut, and own hand-overs go before it', async () => {
  const proxy = await FaultProxy.open(city.url)
  const desk = await aloneWith(0)
  const noise = Buffer.from(Array.from({ length: 1_500_000 }, (_, at) => (at * 7919 + (at >> 8) * 104_729) % 251))
  await desk.handOver(cardId(desk.scope, 1), noise)
  const queue = await saveQueue(desk)
  const scope = await city.office(2)
  const slow = await deskAt(scope, proxy.url)
  await open(slow, queue)
  await slow.handOver(cardId(scope, 1))
  proxy.break('/v1/courier/', { kind: 'cut', afterBytes: 0 })
  await slow.round()
  expect((await slow.commands()).waiting).toBe(0)
  expect(await carriedBy(slow)).toMatchObject([{ state: 'waiting' }])
  proxy.mend()
  await slow.round()
  expect(await carriedBy(slow)).toMatchObject([{ state: 'answered', sent: queue.length }])
  const stick = new Stick()
  await slow.sync.courier.saveAnswer((await carriedBy(slow))[0]?.id ?? '', stick.toSave('jawaban'), whoOf(slow))
  expect(await open(desk, stick.files.get('jawaban') ?? Buffer.alloc(0))).toMatchObject({
    ok: true,
    value: { waiting: 0 },
  })
  expect((await desk.overview()).blobs.waiting).toBe(0)
  // Brought a second time it is known.
  expect(await open(slow, queue)).toMatchObject({ ok: true, value: { found: 'queue', again: true } })
  await desk.close()
  await slow.close()
  await proxy.close()
})

test('a file that the centre refuses says why, and is forgotten by hand', async () => {
  const desk = await aloneWith(1)
  const queue = await saveQueue(desk)
  await city.server.centre.db.deleteFrom('devices').where('home_scope', '=', desk.scope).execute()
  await open(carrier, queue)
  await carrier.round()
  const [refused] = await carriedBy(carrier)
  expect(refused).toMatchObject({ state: 'refused', code: 'device-unknown' })
  expect(await carrier.sync.courier.forget(refused?.id ?? '', whoOf(carrier))).toEqual({ ok: true, value: null })
  expect(await carrier.sync.courier.forget(refused?.id ?? '', whoOf(carrier))).toMatchObject({ ok: false })
  expect(await carriedBy(carrier)).toEqual([])
  await desk.close()
})
