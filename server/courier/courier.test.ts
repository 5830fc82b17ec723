import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldChanges } from '../sync/fold-changes.ts'
import { beginIncarnation } from '../sync/incarnation.ts'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import { carry, fetchAnswer, queueFile, readAnswer, sha256 } from '../testing/a-courier.ts'
import type { ADevice } from '../testing/a-device.ts'
import { errorOf } from '../testing/a-device.ts'
import { AProgram } from '../testing/a-program.ts'
import { centres, type DatabaseKind } from '../testing/databases.ts'
import { answerCarried, answerKept } from './answer-carried.ts'
import { keptFile } from './courier-store.ts'

describe.each(await centres())('a queue that is carried, on $name', (kind) => {
  let centre: ACentre
  /** In another kelurahan. */
  let carrier: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    carrier = await centre.device(otherScope)
  })
  afterAll(() => centre.close())

  let cards = 0
  /** A device of the office without a network, with one card handed over. */
  const office = async () => {
    const device = await centre.device()
    cards += 1
    const card = `K-${cards}`
    await centre.addCard(card)
    const { end } = await device.page(`/v1/sync/snapshot?scope=${scope}`)
    return { device, card, cursor: end.cursor, command: device.handOver(card) }
  }
  const own = () => centre.server.centre
  const commandsOf = (device: ADevice) =>
    own().db.selectFrom('commands').select('seq').where('device_id', '=', device.identity.deviceId).execute()
  const answered = async (device: ADevice, file: Buffer) => {
    const { status, body } = await carry(carrier, file)
    expect([status, body]).toMatchObject([200, { state: 'answered' }])
    return readAnswer(device, own(), await fetchAnswer(carrier, file))
  }

  test('comes back with its verdicts and with what changed since, in one answer', async () => {
    const { device, card, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    const answer = await answered(device, file)
    expect(answer.about).toMatchObject({ outcome: 'taken', serverTime: '2026-11-24T02:00:00.000Z' })
    expect(answer.header).toMatchObject({ kind: 'answer', deviceId: device.identity.deviceId })
    expect(answer.verdicts).toEqual(['applied'])
    expect(answer.pages).toMatchObject([{ kind: 'changes', scope, after: cursor }])
    expect(answer.rows).toContain(`card/${card}`)
  })

  test('taken twice, by file and over the network, it is there once', async () => {
    const { device, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    const first = await answered(device, file)
    expect(await answered(device, file)).toEqual(first)
    expect(await device.verdicts(command)).toMatchObject([{ kind: 'duplicate', original: 'applied' }])
    const again = await queueFile(device, own(), { commands: [command], cursor })
    expect((await answered(device, again)).verdicts).toEqual(['applied'])
    expect(await commandsOf(device)).toHaveLength(1)
  })

  test('its audit entries and files are taken with it', async () => {
    const { device, cursor, command } = await office()
    const entry = JSON.stringify({ seq: 1, prevHash: '0'.repeat(64), kind: 'search' })
    const photo = Buffer.alloc(300_000, 'foto')
    const [name, size] = [sha256(photo), photo.length]
    const half = (from: number, to: number) =>
      ({ line: 'blob', sha256: name, size, from, bytes: photo.toString('base64url', from, to) }) as const
    // A part came over the network before it failed.
    await device.request(`/v1/blobs/${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-99999/${size}` },
      body: new Uint8Array(photo.subarray(0, 100_000)),
    })
    const file = await queueFile(device, own(), {
      commands: [command],
      cursor,
      more: [
        { line: 'audit', generation: 1, seq: 1, entry, hash: createHash('sha256').update(entry).digest('hex') },
        half(0, 180_000),
        half(180_000, size),
      ],
    })
    const answer = await answered(device, file)
    expect(answer.said).toContainEqual({ line: 'audited', generation: 1, lastSeq: 1 })
    expect(answer.said).toContainEqual({ line: 'has', sha256: name })
    expect(Buffer.from(await (await device.request(`/v1/blobs/${name}`)).arrayBuffer()).equals(photo)).toBe(true)
  })

  test('a cursor that was folded away is answered with the whole scope', async () => {
    const { device, cursor, command } = await office()
    await centre.addCard('K-fresh')
    const { seq } = await own()
      .db.selectFrom('scopes')
      .select('seq')
      .where('scope', '=', scope)
      .executeTakeFirstOrThrow()
    await own().db.updateTable('scopes').set({ folded_seq: seq }).where('scope', '=', scope).execute()
    const answer = await answered(device, await queueFile(device, own(), { commands: [command], cursor }))
    expect(answer.pages).toMatchObject([{ kind: 'snapshot', scope, from: null }])
    expect(answer.rows).toEqual(expect.arrayContaining(['card/K-fresh', `unit/${scope}`]))
  })

  test('a cursor that was folded away since the centre was put back is answered without rows: only the network can put that right', async () => {
    const { device, cursor, command } = await office()
    await centre.addCard('K-later')
    const { db, now } = own()
    await beginIncarnation(db, now().toISOString(), 'put back')
    await foldChanges(db, new Date(now().getTime() + 40 * 86_400_000))
    const answer = await answered(device, await queueFile(device, own(), { commands: [command], cursor }))
    expect([answer.verdicts, answer.pages]).toEqual([['applied'], []])
  })

  test('cut or changed on the way it is refused, nothing is taken, and the true file still comes through', async () => {
    const { device, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    for (const at of [5, 60, 400, file.length - 100, file.length - 1]) {
      const changed = Buffer.from(file)
      changed[at] = (changed[at] ?? 0) ^ 4
      expect((await carry(carrier, changed)).body).toMatchObject({ state: 'refused' })
      expect((await carry(carrier, file.subarray(0, at))).body).toMatchObject({ state: 'refused' })
    }
    expect(await commandsOf(device)).toEqual([])
    expect((await answered(device, file)).verdicts).toEqual(['applied'])
  })

  test('signed by another than the device it names it is refused, and that device suffers nothing by it', async () => {
    const { device, cursor, command } = await office()
    const forged = await queueFile(device, own(), { commands: [command], cursor }, { signer: carrier })
    expect((await carry(carrier, forged)).body).toMatchObject({ state: 'refused', code: 'signature-wrong' })
    expect(await device.verdicts(command)).toMatchObject([{ kind: 'applied' }])
  })

  test('for another centre, of an unknown device, or an answer: each is refused with its reason', async () => {
    const { device, cursor } = await office()
    const codeOf = async (header: object) =>
      (await carry(carrier, await queueFile(device, own(), { cursor }, { header }))).body
    const recipient = device.sealingKey.toString('base64url')
    expect(await codeOf({ recipient })).toMatchObject({ code: 'other-centre' })
    expect(await codeOf({ deviceId: 'nobody' })).toMatchObject({ code: 'device-unknown' })
    expect(await codeOf({ kind: 'answer' })).toMatchObject({ code: 'not-a-queue' })
  })

  test.each(['quarantined', 'revoked'] as const)(
    'a %s device hears that and learns nothing; its file is kept sealed',
    async (state) => {
      const { device, cursor, command } = await office()
      const { deviceId } = device.identity
      await own().db.updateTable('devices').set({ state }).where('device_id', '=', deviceId).execute()
      const file = await queueFile(device, own(), { commands: [command], cursor })
      const answer = await answered(device, file)
      expect(answer.said.map(({ line }) => line)).toEqual(['about', 'end'])
      expect(answer.about).toMatchObject({ outcome: state })
      expect(await commandsOf(device)).toEqual([])
      const kept = await own()
        .db.selectFrom('quarantine')
        .select('evidence')
        .where('device_id', '=', deviceId)
        .execute()
      const { file_id } = JSON.parse(kept[0]?.evidence ?? '{}')
      const parts = await own().db.selectFrom('courier_parts').select('bytes').where('file_id', '=', file_id).execute()
      expect(Buffer.concat(parts.map(({ bytes }) => bytes)).equals(file)).toBe(true)
    },
  )

  test('a command that its device did not sign shuts the device out, by file as over the network', async () => {
    const { device, cursor, command } = await office()
    const commands = [{ ...command, payload: '{}' }]
    expect((await answered(device, await queueFile(device, own(), { commands, cursor }))).about).toMatchObject({
      outcome: 'quarantined',
    })
    expect(errorOf(await device.push(command))).toBe('quarantined')
  })

  test('of another history under the same numbers it is told so, and gets the news of its scope all the same', async () => {
    const { device, cursor, command, card } = await office()
    const start = { generation: 1, seq: 0, hash: '0'.repeat(64) }
    await device.verdicts(command)
    device.chain = start
    const other = device.handOver(card)
    const answer = await answered(device, await queueFile(device, own(), { commands: [other], cursor }))
    expect(answer.about).toMatchObject({ outcome: 'forked' })
    expect(answer.verdicts).toEqual([])
    expect(answer.pages).toHaveLength(1)
  })

  test('signed in a generation that the device has left it is kept sealed, and told nothing', async () => {
    const { device, cursor, command } = await office()
    const { deviceId: device_id } = device.identity
    const next = await centre.device()
    const keyOf = async (one: ADevice) =>
      own()
        .db.selectFrom('devices')
        .select('signing_key')
        .where('device_id', '=', one.identity.deviceId)
        .executeTakeFirstOrThrow()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    const at = '2026-11-24T02:00:00.000Z'
    const { signing_key } = await keyOf(device)
    await own()
      .db.insertInto('device_generations')
      .values({ device_id, generation: 1, signing_key, since: at, reason: 'forked' })
      .execute()
    await own()
      .db.updateTable('devices')
      .set({ generation: 2, ...(await keyOf(next)) })
      .where('device_id', '=', device_id)
      .execute()
    const answer = await answered(device, file)
    expect(answer.said.map(({ line }) => line)).toEqual(['about', 'end'])
    expect(answer.about).toMatchObject({ outcome: 'superseded' })
    expect(await commandsOf(device)).toEqual([])
    expect(
      await own().db.selectFrom('quarantine').select('reason').where('device_id', '=', device_id).execute(),
    ).toEqual([{ reason: 'carried-file' }])
  })

  test('in two pieces it goes on where it was cut, and is not opened before it is whole', async () => {
    const { device, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    const path = `/v1/courier/${sha256(file)}`
    const put = (from: number, to: number) =>
      carrier.request(path, {
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes ${from}-${to - 1}/${file.length}`,
        },
        body: new Uint8Array(file.subarray(from, to)),
      })
    expect((await put(0, 300)).status).toBe(202)
    expect(errorOf(await carrier.post(path, {}))).toBe('wrong-offset')
    expect((await put(400, file.length)).status).toBe(409)
    expect((await carrier.request(path, { method: 'HEAD' })).headers.get('x-loket-received')).toBe('300')
    expect((await put(300, file.length)).status).toBe(202)
    expect((await carrier.post(path, {})).body).toMatchObject({ state: 'answered' })
  })

  test('opened twice at once it has one answer: who comes second does not refuse what the first has answered', async () => {
    const { device, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    const path = `/v1/courier/${sha256(file)}`
    const headers = { 'content-type': 'application/octet-stream' }
    await carrier.request(path, { method: 'PUT', headers, body: new Uint8Array(file) })
    const carried = { carrier: carrier.identity, sha256: sha256(file) }
    const second = await keptFile(own(), carried)
    const first = await answerCarried(own(), carried)
    // The second has looked at the row before, and reads the bytes after they are gone.
    expect(await answerKept(own(), carried, second)).toEqual({ file: first.file, unprocessable: [] })
    expect(await keptFile(own(), carried)).toEqual(first.file)
    expect((await readAnswer(device, own(), await fetchAnswer(carrier, file))).verdicts).toEqual(['applied'])
  })

  test('another office does not get at it', async () => {
    const { device, cursor, command } = await office()
    const file = await queueFile(device, own(), { commands: [command], cursor })
    await answered(device, file)
    const stranger = await centre.device()
    expect((await stranger.request(`/v1/courier/${sha256(file)}`)).status).toBe(404)
  })
})

test('brought to the centre itself it is taken by command line, and the answer is a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-courier-'))
  const dataDir = join(folder, 'server')
  const inFolder: DatabaseKind = { name: 'folder', open: async () => ({ config: { dataDir }, drop: async () => {} }) }
  const centre = await ACentre.open(inFolder)
  const device = await centre.device()
  await centre.addCard('K-1')
  const { keys } = centre.server.centre
  const file = await queueFile(device, { keys }, { commands: [device.handOver('K-1')] })
  await centre.close()
  const [from, to] = [join(folder, 'antrean.loket'), join(folder, 'jawaban.loket')]
  const run = (name: string) => AProgram.courier('--in', name, '--out', to, '--server-data', dataDir).ended
  writeFileSync(from, file.subarray(0, -1))
  expect(await run(from)).toMatchObject({
    code: 1,
    err: `${from} is damaged or cut: ask for it again. Nothing was taken.\n`,
  })
  expect(await run(join(folder, 'none'))).toMatchObject({
    code: 1,
    err: 'A file cannot be read or written (ENOENT).\n',
  })
  expect(readdirSync(folder).sort()).toEqual(['antrean.loket', 'server'])
  writeFileSync(from, file)
  expect(await run(from)).toMatchObject({ code: 0, out: `The queue was taken. Answer: ${to}\n` })
  const answer = await readAnswer(device, { keys }, readFileSync(to))
  expect(answer.verdicts).toEqual(['applied'])
  expect(answer.pages).toMatchObject([{ kind: 'snapshot' }])
  rmSync(folder, { recursive: true })
}, 120_000)
