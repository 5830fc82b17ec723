import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { calls } from '#shared/contract/engine/calls.ts'
import { auditKinds } from '#shared/domain/audit/audit-kinds.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'
import { views } from './views.ts'

let counter: Counter
afterEach(() => counter.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const day = '2026-11-24'
const list = (more: object = {}) =>
  counter.get('audit.list', { day, staffId: null, kind: null, before: null, limit: 200, ...more })

/** Signed in as a supervisor, after a clerk worked. */
async function aMorning() {
  counter = await Counter.with({ cards: [aCard('k-1'), aCard('k-2'), aCard('k-3')] })
  await counter.signIn('rini')
  for (const id of ['k-1', 'k-2']) await counter.handOver(id)
  await counter.get('card.reveal-nik', { cardId: 'k-3' })
  await counter.signIn('hendra')
}
const entries = () => counter.store.read.selectFrom('audit_entry').selectAll().orderBy('position').execute()
const change = (statement: ReturnType<typeof sql>) =>
  counter.store.inTransaction(async (trx) => void (await statement.execute(trx)))
const check = async () => (await counter.get('audit.check', {})).trouble
const notedLooks = async () =>
  (await entries())
    .map(({ entry }) => JSON.parse(entry))
    .flatMap(({ kind, subject }) => (kind.startsWith('open-') ? [`${kind} ${subject}`] : []))

test('a supervisor sees who did what on a day, by person and by kind, page by page; a clerk does not', async () => {
  await aMorning()
  const { rows, people, more } = await list()
  expect(more).toBe(false)
  expect(people.map(({ name }) => name)).toEqual(['Petugas hendra', 'Petugas rini'])
  expect(rows.map(({ kind }) => kind)).toEqual(['sign-in', 'reveal-nik', 'hand-over', 'hand-over', 'sign-in'])
  expect(rows[2]).toMatchObject({ seq: 3, staffName: 'Petugas rini', signed: true })
  const given = { kind: 'hand-over', limit: 1 }
  const first = await list(given)
  const second = await list({ ...given, before: first.rows[0]?.position })
  expect([first.more, second.more]).toEqual([true, false])
  expect([...first.rows, ...second.rows]).toEqual(rows.filter(({ kind }) => kind === 'hand-over'))
  expect((await list({ staffId: 'hendra' })).rows.map(({ kind }) => kind)).toContain('sign-in')
  expect((await list({ staffId: 'hendra' })).rows.map(({ kind }) => kind)).not.toContain('hand-over')
  expect((await list({ day: '2026-11-23' })).rows).toEqual([])
  await counter.signIn('rini')
  const refused = { ok: false, refusal: { code: 'not-permitted' } }
  expect(await counter.ask('audit.list', { day, staffId: null, kind: null, before: null, limit: 1 })).toMatchObject(
    refused,
  )
  expect(await counter.ask('audit.export', { from: day, to: day })).toMatchObject(refused)
  expect(await counter.ask('audit.check', {})).toMatchObject(refused)
})

test('a whole chain is called whole, and the check is an entry of its own', async () => {
  await aMorning()
  const checked = await counter.get('audit.check', {})
  expect(checked).toMatchObject({ entries: 5, trouble: null, unsent: 5 })
  expect((await list({ kind: 'audit-check' })).rows[0]).toMatchObject({ subject: 'sound', staffName: 'Petugas hendra' })
  expect((await counter.get('audit.state', {})).last).toEqual(checked)
})

test('an entry that was changed is named by its place, and by when the last one before it was written', async () => {
  await aMorning()
  await change(sql`UPDATE audit_entry SET entry = replace(entry, 'reveal-nik', 'scan') WHERE entry LIKE '%reveal-nik%'`)
  const [, , before] = await entries()
  expect(await check()).toEqual({
    kind: 'changed',
    generation: 1,
    seq: 4,
    lastSoundAt: JSON.parse(before?.entry ?? '').at,
  })
})

test('an entry that was changed together with its hash is found by the next one', async () => {
  await aMorning()
  const revealed = (await entries()).find(({ entry }) => entry.includes('reveal-nik'))
  const forged = revealed?.entry.replace('reveal-nik', 'scan') ?? ''
  await change(
    sql`UPDATE audit_entry SET entry = ${forged}, hash = ${sha256(forged)} WHERE position = ${revealed?.position}`,
  )
  expect(await check()).toMatchObject({ kind: 'parted', seq: 5 })
})

test('an entry that was taken out leaves a gap, also the first of all', async () => {
  await aMorning()
  await change(sql`DELETE FROM audit_entry WHERE entry LIKE '%reveal-nik%'`)
  expect(await check()).toMatchObject({ kind: 'gap', seq: 5 })
  await change(sql`DELETE FROM audit_entry WHERE entry LIKE '%"seq":1,%'`)
  expect(await check()).toMatchObject({ kind: 'gap', seq: 2, lastSoundAt: null })
})

test('two entries that changed places are both at a wrong number', async () => {
  await aMorning()
  const [, , third, fourth] = await entries()
  for (const [from, to] of [
    [third, fourth],
    [fourth, third],
  ] as const)
    await change(
      sql`UPDATE audit_entry SET entry = ${from?.entry}, hash = ${from?.hash} WHERE position = ${to?.position}`,
    )
  expect(await check()).toMatchObject({ kind: 'misplaced', seq: 3 })
})

test('what is hashed right and is no entry is called unreadable', async () => {
  await aMorning()
  const text = '{"seq":5}'
  await change(sql`UPDATE audit_entry SET entry = ${text}, hash = ${sha256(text)} WHERE entry LIKE '%"seq":5,%'`)
  expect(await check()).toMatchObject({ kind: 'unreadable', seq: 5 })
})

test('an end that was cut off is found by what the centre has, and by acts that no entry tells of', async () => {
  await aMorning()
  await change(sql`DELETE FROM audit_entry WHERE position > (SELECT min(position) FROM audit_entry)`)
  expect(await check()).toMatchObject({ kind: 'act-missing', generation: 1, seq: 1 })
  await change(sql`DELETE FROM command`)
  expect(await check()).toBeNull()
  const [first] = await entries()
  await change(
    sql`INSERT INTO sync_state (name, value) VALUES ('audit-sent-up-to', ${String((first?.position ?? 0) + 4)})`,
  )
  // The two checks are entries themselves.
  expect(await check()).toMatchObject({ kind: 'rolled-back', seq: 4 })
})

test('a beginning that went when its time was over is no gap; one that went otherwise is', async () => {
  await aMorning()
  const [first, , third] = await entries()
  await change(sql`INSERT INTO sync_state (name, value) VALUES ('audit-sent-up-to', ${String(third?.position)})`)
  await change(sql`DELETE FROM audit_entry WHERE position < ${third?.position}`)
  expect(await check()).toMatchObject({ kind: 'gap', seq: 3 })
  const at = counter.clock.now()
  const note = (subject: string) =>
    counter.write(({ audit }) => audit.append({ kind: 'erased', subject, staffId: null, at }))
  await note('cards 0 files 0 payloads 1 audit 1 others 0')
  expect(await check()).toMatchObject({ kind: 'gap', seq: 3 })
  await note('cards 0 files 0 payloads 0 audit 1 others 0')
  expect(await check()).toBeNull()
  expect(first?.position).toBeLessThan(third?.position ?? 0)
})

test('while a long chain is checked the counter goes on, and the screen is told how far it is', async () => {
  await aMorning()
  const rows: { position: number; entry: string; hash: string }[] = []
  let { position, hash } = (await entries()).at(-1) ?? { position: 0, hash: '' }
  for (let n = 0; n < 20_000; n++) {
    position += 1
    const said = {
      seq: position % 2 ** 32,
      at: counter.clock.now(),
      staffId: 'rini',
      kind: 'scan',
      subject: 'ready',
      commandHash: null,
      prevHash: hash,
    }
    const entry = JSON.stringify(said)
    hash = sha256(entry)
    rows.push({ position, entry, hash })
  }
  await counter.store.inTransaction(async (trx) => {
    for (let from = 0; from < rows.length; from += 1000)
      await trx
        .insertInto('audit_entry')
        .values(rows.slice(from, from + 1000))
        .execute()
  })
  let over = false
  counter.topics.clear()
  const checking = counter.get('audit.check', {}).then((checked) => {
    over = true
    return checked
  })
  await vi.waitUntil(() => counter.topics.has('audit'), { interval: 0 })
  expect((await counter.get('audit.state', {})).running).toMatchObject({ total: 20_005 })
  await counter.get('card.get', { cardId: 'k-3' })
  expect(over).toBe(false)
  // Who asks meanwhile gets the same check.
  const second = counter.get('audit.check', {})
  const { entries: found, trouble } = await checking
  // That somebody opened a card meanwhile may be among them.
  expect([found >= 20_005, trouble]).toEqual([true, null])
  expect(await second).toEqual(await checking)
})

test('opening a card, a case or a list is an entry, one for a quarter of an hour however often the screen asks again', async () => {
  await aMorning()
  for (let again = 0; again < 3; again++) await counter.get('card.get', { cardId: 'k-3' })
  await counter.get('case.list', { state: 'open' })
  const cards = { filter: 'all', search: '', sort: 'age', descending: true, offset: 0, limit: 50 } as const
  await counter.get('card.list', cards)
  await vi.waitUntil(async () => (await notedLooks()).includes('open-list cards all'))
  expect((await notedLooks()).filter((look) => look === 'open-card k-3')).toHaveLength(1)
  counter.clock.pass(16)
  await counter.get('card.get', { cardId: 'k-3' })
  await vi.waitUntil(async () => (await notedLooks()).filter((look) => look === 'open-card k-3').length === 2)
  const looks = ['open-card k-3', 'open-card k-3', 'open-list cards all', 'open-list cases']
  expect((await notedLooks()).toSorted()).toEqual(looks)
})

test('every question that the screen can ask shows nobody, or is an entry of the audit', () => {
  const notedOtherwise = ['card.search', 'bulk.check', 'status.of', 'ekitir.show-pin', 'document.filed']
  const ofTheDinas = [...calls.keys()].filter((name) => name.startsWith('city.'))
  const showNobody = [
    'session.staff',
    'session.current',
    'app.status',
    'settings.get',
    'printer.system-list',
    'blanks.book',
    'courier.state',
    'override.read',
    'override.supervisors',
    'handover.undo-terms',
    'home.summary',
    'sync.overview',
    'data.state',
    'rescue.state',
    'card.propose-places',
    'card.may-move',
    'shift.today',
    'shift.closed',
    'shift.read-label',
    'audit.state',
    'claim.ledger',
    'print.list',
    'intake.form',
    'document.open',
    'document.list',
    'trip.list',
    'trip.readiness',
    'catalogue.search',
    'catalogue.get',
    'region.units',
    'assistance.list',
    'assistance.figures',
  ]
  const aboutWhatIsOpen = [
    'case.signatures',
    'claim.signatures',
    'claim.assess',
    'handover.doubts',
    'paper.preview',
    'shipment.list',
    'ekitir.slip',
  ]
  const asked = [...calls.values()].filter(({ kind }) => kind === 'query').map(({ name }) => name)
  const known = new Set<string>([
    ...Object.keys(views),
    ...notedOtherwise,
    ...ofTheDinas,
    ...showNobody,
    ...aboutWhatIsOpen,
  ])
  expect(asked.filter((name) => !known.has(name))).toEqual([])
  expect(new Set(auditKinds).size).toBe(auditKinds.length)
})
