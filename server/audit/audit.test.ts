import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AuditFileWriter } from '#shared/audit/audit-file.ts'
import { type KeptEntry, noHash } from '#shared/audit/check-link.ts'
import { ACentre, adminToken, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { AProgram } from '../testing/a-program.ts'
import { databases } from '../testing/databases.ts'
import { checkDevice } from './check-device.ts'
import { toldDevice } from './told.ts'

const [kind] = (await databases()).slice(-1)
let centre: ACentre
beforeAll(async () => {
  if (!kind) throw new Error('no database')
  centre = await ACentre.open(kind)
})
afterAll(() => centre.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Entries that go on from `before`; those of `commands` name them. */
function chain(
  length: number,
  { before = null as KeptEntry | null, commands = [] as readonly string[] } = {},
): KeptEntry[] {
  let [seq, prevHash] = [before?.seq ?? 0, before?.hash ?? noHash]
  return Array.from({ length }, (_, at) => {
    seq += 1
    const said = {
      seq,
      at: '2026-11-24T02:00:00.000Z',
      staffId: 'rini',
      kind: 'scan',
      subject: `k-${seq}`,
      commandHash: commands[at] ?? null,
      prevHash,
    }
    const entry = JSON.stringify(said)
    prevHash = sha256(entry)
    return { generation: 1, seq, entry, hash: prevHash }
  })
}
const send = (device: ADevice, entries: readonly KeptEntry[]) =>
  device.post('/v1/sync/audit', {
    deviceId: device.identity.deviceId,
    generation: 1,
    entries: entries.map(({ seq, entry, hash }) => ({ seq, entry, hash })),
  })
const said = async (device: ADevice) => toldDevice(await checkDevice(centre.server.centre.db, device.identity.deviceId))

test('an entry whose text is not what was hashed shuts its device out, and what it sent is kept as evidence', async () => {
  const device = await centre.device()
  const [first, second] = chain(2)
  if (!first || !second) throw new Error('no chain')
  expect((await send(device, [first])).status).toBe(200)
  const forged = { ...second, entry: second.entry.replace('rini', 'siti') }
  expect(errorOf(await send(device, [forged]))).toBe('quarantined')
  const told = await said(device)
  expect(told.lines.join('\n')).toMatch(/quarantined[\s\S]*Generation 1: 1 entries[\s\S]*Shut out .*bad-audit-hash/)
})

test('an entry that was written anew under a used number, a hole, and a chain that parts are refused by name', async () => {
  const device = await centre.device()
  const entries = chain(4)
  expect((await send(device, entries.slice(0, 2))).body).toMatchObject({ lastSeq: 2 })
  const anew = chain(2).map((one) => ({ ...one, entry: one.entry.replace('scan', 'search') }))
  const rehashed = anew.map((one) => ({ ...one, hash: sha256(one.entry) }))
  expect(errorOf(await send(device, rehashed))).toBe('forked')
  expect(errorOf(await send(device, entries.slice(3)))).toBe('expected-seq')
  const parted = chain(1, { before: { generation: 1, seq: 2, entry: '', hash: sha256('another past') } })
  expect(errorOf(await send(device, parted))).toBe('forked')
  // Nothing of all that is kept, and the true chain goes on.
  expect((await send(device, entries)).body).toMatchObject({ lastSeq: 4 })
  expect(await said(device)).toMatchObject({ sound: true })
})

test('a device that was put back to an earlier state is told so when it comes: the centre has more of its chain than it has', async () => {
  const device = await centre.device()
  await send(device, chain(5))
  const { body } = await device.signIn()
  expect(body).toMatchObject({ standing: { chains: [{ auditSeq: 5, auditHash: chain(5).at(-1)?.hash }] } })
})

test('whoever changes the centre is found by going through the chain, with the place', async () => {
  const device = await centre.device()
  await send(device, chain(5))
  const id = device.identity.deviceId
  const { db } = centre.server.centre
  await sql`UPDATE audit SET entry = replace(entry, 'k-3', 'k-8') WHERE device_id = ${id} AND seq = 3`.execute(db)
  expect(await said(device)).toMatchObject({ sound: false })
  expect((await said(device)).lines.join()).toContain('NOT WHOLE at entry 3: its text is not the one that was hashed')
  await sql`DELETE FROM audit WHERE device_id = ${id} AND seq = 3`.execute(db)
  expect((await said(device)).lines.join()).toContain('NOT WHOLE at entry 4: entries before it are missing')
})

test('a signed act that no entry tells of is named, once later entries have come; one that waits for its entry is not', async () => {
  const device = await centre.device()
  const commands = [device.handOver('a-1'), device.handOver('a-2'), device.handOver('a-3')]
  await device.verdicts(...commands)
  const [one, , three] = commands.map(({ hash }) => hash)
  await send(device, chain(1, { commands: [one ?? ''] }))
  expect((await said(device)).lines.join()).toContain('2 acts are here whose entries are still to come')
  expect((await said(device)).sound).toBe(true)
  await send(device, chain(1, { before: chain(1, { commands: [one ?? ''] })[0] ?? null, commands: [three ?? ''] }))
  expect((await said(device)).lines.join()).toContain('NOT WHOLE at act 2: no entry tells of this signed act')
})

test('who may read audits asks the centre over HTTP; who may not is refused', async () => {
  const device = await centre.device()
  await send(device, chain(3))
  const ask = (token: string) =>
    fetch(`${centre.url}/v1/admin/devices/${device.identity.deviceId}/audit`, {
      headers: { authorization: `Bearer ${token}` },
    })
  expect(await (await ask(adminToken)).json()).toMatchObject({
    sound: true,
    generations: [{ entries: 3, trouble: null }],
  })
  expect((await ask('guess')).status).toBe(401)
})

test('the program prints what it found of a device, and of a file that a device saved, with the line where a byte was changed', async () => {
  const database = centre.server.centre.database.engine === 'postgresql'
  const folder = await mkdtemp(join(tmpdir(), 'loket-audit-'))
  const device = await centre.device()
  const writer = new AuditFileWriter(sha256)
  const about = {
    deviceId: device.identity.deviceId,
    deviceName: device.identity.deviceName,
    scope,
    madeAt: '2026-11-24T02:00:00.000Z',
    madeBy: 'hendra',
    after: null,
  }
  const sign = (text: string) => Buffer.from(device.sign(Buffer.from(text))).toString('base64url')
  const lines = [
    writer.begin({ ...about, key: device.publicKey }),
    ...chain(3).map((one) => writer.entry(one)),
    writer.end(sign),
  ]
  const [whole, changed] = [join(folder, 'whole.jsonl'), join(folder, 'changed.jsonl')]
  await writeFile(whole, lines.join(''))
  await writeFile(changed, lines.join('').replace('k-2', 'k-7'))
  try {
    const run = async (...args: string[]) => AProgram.audit(...args).ended
    expect(await run('--file', whole, '--alone')).toMatchObject({ code: 0, out: expect.stringContaining('3 entries') })
    expect(await run('--file', changed, '--alone')).toMatchObject({
      code: 3,
      out: expect.stringContaining('NOT WHOLE at line 3'),
    })
    expect(await run('--file', join(folder, 'none'), '--alone')).toMatchObject({ code: 1 })
    expect(await run()).toMatchObject({ code: 2 })
    expect(database).toBe(kind?.name === 'PostgreSQL')
  } finally {
    await rm(folder, { recursive: true })
  }
})
