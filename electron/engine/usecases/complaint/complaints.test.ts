import { afterEach, expect, test } from 'vitest'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const application = {
  id: 'a-1',
  scope,
  kitirNumber: 'KNG-2611-048201',
  kitirCode: 'https://klampid.example/k/a-1',
  service: 'KTP-ULANG',
  status: 'ANTRE_CETAK' as const,
  applicantName: 'Dewi Lestari',
  applicantNik: '3578015204900001',
  submittedAt: '2026-11-20T01:00:00.000Z',
  acceptedAt: '2026-11-20T02:00:00.000Z',
  dueAt: null,
  fulfilledAt: null,
  collectionUnit: scope,
}

/** Tuesday 24 November 2026, 09.00. */
async function aDesk() {
  counter = await Counter.with({ cards: [aCard('k-1')], changes: [change('application', application)] })
  await counter.signIn()
}

const said = {
  applicationId: 'a-1',
  complainant: { name: 'Dewi Lestari', kind: 'self' as const },
  subject: 'late' as const,
  text: 'Sudah tiga hari belum jadi',
}
const list = (filter: 'open' | 'late' | 'closed') => counter.get('complaint.list', { filter, offset: 0, limit: 20 })
const get = (complaintId: string) => counter.get('complaint.get', { complaintId })

test('a complaint gets its number, its deadline and its levels by the rules of the city, and waits for the centre', async () => {
  await aDesk()
  const { complaintId, number } = await counter.get('complaint.file', said)
  expect(number).toBe(`0001/KMP/${scope}-02/2026`)
  expect((await list('open')).rows).toEqual([
    {
      complaintId,
      number,
      applicationId: 'a-1',
      kitirNumber: 'KNG-2611-048201',
      complainantName: 'Dewi Lestari',
      complainantKind: 'self',
      subject: 'late',
      filedAt: '2026-11-24T02:00:00.000Z',
      standing: {
        state: 'open',
        dueAt: '2026-11-27T02:00:00.000Z',
        reached: null,
        next: { level: 1, to: 'Pengawas pelayanan', at: '2026-11-25T02:00:00.000Z' },
      },
      centre: 'waiting',
    },
  ])
  expect(await counter.outbox()).toEqual([complaintId])
  expect((await get(complaintId)).escalations.map(({ to }) => to)).toEqual([
    'Pengawas pelayanan',
    'Kepala bidang',
    'Kepala Dinas',
  ])
})

test('unanswered it climbs: to the supervisor after a working day, past its deadline after three', async () => {
  await aDesk()
  const { complaintId } = await counter.get('complaint.file', said)
  counter.clock.pass(24 * 60)
  await counter.signIn()
  expect((await get(complaintId)).line.standing.reached).toMatchObject({ level: 1 })
  counter.clock.pass(48 * 60 + 1)
  await counter.signIn()
  const { counts } = await list('late')
  expect([counts, (await get(complaintId)).line.standing.state]).toEqual([{ open: 1, late: 1, closed: 0 }, 'late'])
})

test('pressed twice it is one complaint; a second one of the same application is shown with the first', async () => {
  await aDesk()
  const first = await counter.get('complaint.file', said, 'request-0001')
  expect(await counter.get('complaint.file', said, 'request-0001')).toEqual(first)
  const second = await counter.get('complaint.file', { ...said, subject: 'service', text: 'Petugas tidak ada' })
  expect((await get(second.complaintId)).others).toEqual([first])
  const { line, complaints } = await counter.get('promise.get', { applicationId: 'a-1' })
  expect([line.openComplaints, complaints.map(({ number }) => number).sort()]).toEqual([
    2,
    [first.number, second.number],
  ])
})

test('an answer ends the deadline; one that the citizen took back is answered no more', async () => {
  await aDesk()
  const { complaintId } = await counter.get('complaint.file', said)
  await counter.get('complaint.answer', { complaintId, text: 'Kartu tiba besok' })
  const answered = await get(complaintId)
  expect([answered.line.standing.state, answered.answers.map(({ text, staffName }) => [text, staffName])]).toEqual([
    'answered',
    [['Kartu tiba besok', 'Petugas rini']],
  ])
  await counter.get('complaint.withdraw', { complaintId, reason: 'Sudah jadi' })
  expect((await get(complaintId)).withdrawn?.reason).toBe('Sudah jadi')
  expect(await counter.ask('complaint.answer', { complaintId, text: 'Sekali lagi' })).toMatchObject({
    ok: false,
    refusal: { code: 'complaint-withdrawn' },
  })
  expect((await list('closed')).counts).toEqual({ open: 0, late: 0, closed: 1 })
})

test('about an application that is not known here no complaint is taken, and nothing is queued', async () => {
  await aDesk()
  expect(await counter.ask('complaint.file', { ...said, applicationId: 'nowhere' })).toMatchObject({
    ok: false,
    refusal: { code: 'application-unknown' },
  })
  expect(await counter.outbox()).toEqual([])
})
