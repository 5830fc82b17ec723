import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { calls } from '#shared/contract/engine/calls.ts'
import { handOverToOwner } from '../../electron/engine/testing/counter.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { addPerson, EngineDesk, password } from './dinas-desk.ts'
import { Stick } from './stick.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
/** Another office's device, which has a network. */
let carrier: Desk
beforeAll(async () => {
  city = await City.found()
  const scope = await city.office(1)
  carrier = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
})
afterAll(async () => {
  await carrier.close()
  await city.close()
})

const ratna = { username: 'ratna', password }

/** An office with one hand-over unsent, whose clerk was last checked by the centre eight days ago; nobody is signed in, and there is no network. */
async function lockedOffice() {
  const scope = await city.office(2)
  await addPerson(city, scope, 'ratna', 'kelurahan')
  const stick = new Stick()
  let chosen = 'antrean'
  const files = { toSave: async () => stick.toSave(chosen), toRead: async () => stick.toRead(chosen) }
  const desk = await EngineDesk.of(city.url, await city.enrolmentCode(scope), 'ratna', files)
  await desk.get('sync.set-connection', { connected: false })
  await desk.get('handover.record', handOverToOwner(cardId(scope, 1)))
  await desk.signOut()
  const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000).toISOString()
  await desk.store.inTransaction(async (trx) => {
    await trx.updateTable('staff_secret').set({ online_at: eightDaysAgo }).execute()
  })
  const choose = (name: string) => {
    chosen = name
  }
  return { desk, stick, choose }
}

const carriedFiles = async () => (await carrier.sync.courier.state()).carried

/** Another device hands the queue to the centre; returns the answer's bytes. */
async function answerTo(queue: Buffer): Promise<Buffer> {
  const stick = new Stick()
  stick.files.set('antrean', queue)
  await carrier.sync.courier.takeIn(stick.toRead('antrean'), 'x')
  await carrier.round()
  const carried = (await carriedFiles()).at(-1)
  await carrier.sync.courier.saveAnswer(carried?.id ?? '', stick.toSave('jawaban'), 'x')
  return stick.files.get('jawaban') ?? Buffer.alloc(0)
}

const auditOf = async ({ store }: EngineDesk) => {
  const rows = await store.read.selectFrom('audit_entry').select('entry').orderBy('position').execute()
  return rows.map(({ entry }) => JSON.parse(entry) as { kind: string; staffId: string | null })
}
const unsent = async (desk: EngineDesk) => (await desk.get('app.status', {})).unsent.count

test('where nobody can sign in any more the queue leaves as a file, and the answer comes in, each under the name of who proved the password', async () => {
  const { desk, stick, choose } = await lockedOffice()
  expect(await desk.ask('session.sign-in', ratna)).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
  expect(await desk.get('courier.save-queue-locked', ratna)).toMatchObject({ saved: true, commands: 1 })
  stick.files.set('jawaban', await answerTo(stick.files.get('antrean') ?? Buffer.alloc(0)))
  choose('jawaban')
  expect(await desk.get('courier.open-answer-locked', ratna)).toMatchObject({ found: 'answer', verdicts: 1 })
  expect(await unsent(desk)).toBe(0)
  expect((await auditOf(desk)).slice(-4)).toMatchObject([
    { kind: 'queue-save-locked', staffId: 'ratna' },
    { kind: 'queue-saved', staffId: 'ratna' },
    { kind: 'answer-open-locked', staffId: 'ratna' },
    { kind: 'answer-taken', staffId: 'ratna' },
  ])
  await desk.close()
})

test('the password opens nothing else: no session, no screen, and the days are not counted anew', async () => {
  const { desk } = await lockedOffice()
  await desk.get('courier.save-queue-locked', ratna)
  expect(await desk.ask('session.sign-in', ratna)).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
  expect(await desk.store.read.selectFrom('session').selectAll().execute()).toEqual([])
  const [person] = (await desk.get('session.staff', {})).filter(({ username }) => username === 'ratna')
  expect(person?.offlineDaysLeft).toBeNull()
  const open = [...calls.values()].filter(({ allowed }) => allowed === 'nobody-needed').map(({ name }) => name)
  expect(open.sort()).toEqual([
    'app.status',
    'courier.open-answer-locked',
    'courier.save-queue-locked',
    'device.enrol',
    'help.answer',
    'help.challenge',
    'help.on-the-spot',
    'rescue.run',
    'rescue.state',
    'session.sign-in',
    'session.staff',
    'settings.get',
    'settings.save',
    'update.install',
  ])
  await desk.close()
})

test('a wrong password saves nothing, is counted, and locks as at sign-in; a stranger has no way in', async () => {
  const { desk, stick } = await lockedOffice()
  const wrong = { ...ratna, password: 'salah' }
  for (const triesLeft of [4, 3, 2, 1])
    expect(await desk.ask('courier.save-queue-locked', wrong)).toMatchObject({
      refusal: { code: 'wrong-password', details: { triesLeft } },
    })
  expect(await desk.ask('courier.open-answer-locked', wrong)).toMatchObject({ refusal: { code: 'locked-out' } })
  expect(await desk.ask('courier.save-queue-locked', ratna)).toMatchObject({ refusal: { code: 'locked-out' } })
  expect(await desk.ask('courier.save-queue-locked', { username: 'orang', password })).toMatchObject({
    refusal: { code: 'needs-online-sign-in' },
  })
  expect(stick.files.size).toBe(0)
  expect((await auditOf(desk)).at(-1)).toMatchObject({ kind: 'sign-in-refused', staffId: 'ratna' })
  await desk.close()
})

test('whom the centre has dismissed proves nothing', async () => {
  const { desk, stick } = await lockedOffice()
  await desk.store.inTransaction(async (trx) => {
    const dismissed = sql<string>`json_set(row, '$.active', json('false'))`
    await trx.updateTable('replica').set({ row: dismissed }).where('id', '=', 'ratna').execute()
  })
  expect(await desk.ask('courier.save-queue-locked', ratna)).toMatchObject({ refusal: { code: 'staff-inactive' } })
  expect(stick.files.size).toBe(0)
  await desk.close()
})

test('another device’s queue is not taken without a session, and leaves nothing here', async () => {
  const { desk, stick, choose } = await lockedOffice()
  await carrier.sync.courier.saveQueue(stick.toSave('asing'), 'x')
  choose('asing')
  expect(await desk.ask('courier.open-answer-locked', ratna)).toMatchObject({
    refusal: { code: 'courier-sign-in-first' },
  })
  expect(await desk.store.read.selectFrom('carried_file').selectAll().execute()).toEqual([])
  await desk.close()
})
