import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, expect, test } from 'vitest'
import type { Application } from '#shared/domain/application/application.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aPerson, change, scope } from '../../testing/rows.ts'

const applicationId = 'application-1'
const claimId = `claim:${applicationId}`
/** Accepted on Thursday at 09.00, due on Friday at 09.00, ready on Friday at 12.12. */
const late: Application = {
  id: applicationId,
  scope,
  kitirNumber: 'KNG-2611-000123',
  kitirCode: 'https://klampid.example/k/0123456789abcdef',
  service: 'KTP-ULANG',
  status: 'SIAP_DIAMBIL',
  applicantName: 'Dewi Lestari Handayani',
  applicantNik: '3578015204900001',
  submittedAt: '2026-11-19T02:00:00.000Z',
  acceptedAt: '2026-11-19T02:00:00.000Z',
  dueAt: null,
  fulfilledAt: '2026-11-20T05:12:00.000Z',
  collectionUnit: scope,
}
const outage: Incident = {
  id: 'i-1',
  scope,
  kind: 'outage',
  from: '2026-11-19T03:00:00.000Z',
  to: '2026-11-19T04:00:00.000Z',
  units: null,
  services: null,
  source: 'Surat Ditjen Dukcapil',
  registeredBy: 'centre',
  registeredAt: '2026-11-19T03:10:00.000Z',
  withdrawnAt: null,
}
const staff = [
  aPerson('rini'),
  aPerson('fauzi', { roles: ['counter'] }),
  aPerson('hendra', { roles: ['supervisor'] }),
  aPerson('sari', { roles: ['supervisor'] }),
]
let counter: Counter

/** The words of a PDF of one page, as a reader finds them. */
async function textOf(pdf: Uint8Array | undefined): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 }).promise
  const { items } = await (await file.getPage(1)).getTextContent()
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
}

afterEach(() => counter.close())

const open = async (incidents: readonly Incident[] = []) => {
  const rows = [change('application', late), ...incidents.map((one) => change('incident', one))]
  counter = await Counter.with({ staff, changes: rows })
  await counter.signIn('rini')
}
const claimant = { name: 'Dewi Lestari Handayani', relation: 'self' } as const
const take = () => counter.ask('claim.take', { applicationId, claimant, complaintId: null })
const check = () => counter.ask('claim.check', { claimId, cause: 'print-queue' })
const approve = (reason: string | null = null) =>
  counter.ask('claim.decide', { claimId, decision: { kind: 'approve', reason } })
const order = () => counter.ask('claim.decide', { claimId, decision: { kind: 'order-payment' } })
const pay = (requestId?: string) =>
  counter.ask('claim.pay', { claimId, amount: 50_000, method: 'cash', signature: png }, requestId)
/** Taken by Fauzi, checked by Rini, approved and ordered by Hendra. */
const toPayment = async () => {
  await counter.signIn('fauzi')
  await take()
  await counter.signIn('rini')
  await check()
  await counter.signIn('hendra')
  await approve()
  await order()
}

test('without a network: taken, checked, approved, ordered and paid by those who may, each act sealed for the centre', async () => {
  await open()
  for (const { username } of staff) await counter.signIn(username)
  counter.centre.reachable = false
  await toPayment()
  await counter.signIn('fauzi')
  expect(await pay()).toMatchObject({
    ok: true,
    value: {
      state: 'paid',
      amount: 50_000,
      cause: 'print-queue',
      taken: { code: 'KTB-FAUZI' },
      checked: { code: 'KTB-RINI' },
      decided: { code: 'KTB-HENDRA', outcome: 'approved' },
      paid: { code: 'KTB-FAUZI', receiptNumber: `0001/KWT/${scope}-02/2026`, amount: 50_000, method: 'cash' },
      checkedAs: {
        outcome: 'eligible',
        reasons: [
          { code: 'late', values: { dueAt: '2026-11-20T02:00:00.000Z', seconds: 11_520 } },
          { code: 'amount', values: { amount: 50_000, mode: 'once' } },
        ],
      },
      next: null,
      nextCopy: 0,
      centre: 'waiting',
    },
  })
  expect(await counter.outbox()).toEqual(Array.from({ length: 5 }, () => claimId))
})

test('the amount and its reasons are worked out before anything is taken, and an application has one claim', async () => {
  await open()
  expect(await counter.get('claim.assess', { of: 'kng2611 000123' })).toMatchObject({
    application: { applicationId, dueAt: '2026-11-20T02:00:00.000Z' },
    now: { outcome: 'eligible', amount: 50_000 },
    claimId: null,
  })
  await take()
  expect(await take()).toMatchObject({ refusal: { code: 'already-claimed' } })
  expect(await counter.get('claim.assess', { of: late.kitirCode })).toMatchObject({ claimId })
  expect(await counter.ask('claim.assess', { of: 'nobody' })).toMatchObject({
    refusal: { code: 'application-unknown' },
  })
})

test('who checked does not pay, who took it as a supervisor does not approve it, and the screen says so beforehand', async () => {
  await open()
  await counter.signIn('sari')
  await take()
  await check()
  expect(await approve()).toMatchObject({ refusal: { code: 'own-claim' } })
  expect(await counter.get('claim.get', { claimId })).toMatchObject({ next: 'decide', mayNot: 'own-claim' })
  await counter.signIn('hendra')
  await approve()
  await order()
  await counter.signIn('sari')
  expect(await pay()).toMatchObject({ refusal: { code: 'checked-by-you' } })
  expect(await counter.get('claim.get', { claimId })).toMatchObject({ next: 'pay', mayNot: 'checked-by-you' })
})

test('a clerk decides nothing, and the same confirmation pays once', async () => {
  await open()
  await take()
  await check()
  expect(await approve()).toMatchObject({ refusal: { code: 'not-permitted' } })
  await counter.signIn('hendra')
  await approve()
  await order()
  await counter.signIn('fauzi')
  const first = await pay('the-one-confirmation')
  expect(await pay('the-one-confirmation')).toEqual(first)
  expect(await pay()).toMatchObject({ refusal: { code: 'already-paid' } })
  expect((await counter.outbox()).length).toBe(5)
})

test('an outage in the promised time needs a supervisor’s reason; one that is registered after the check makes the approval think again', async () => {
  await open()
  await take()
  await check()
  await counter.pull([change('incident', outage)])
  await counter.signIn('hendra')
  expect(await approve()).toMatchObject({ refusal: { code: 'reason-missing' } })
  expect(await approve('Gangguan hanya satu jam')).toMatchObject({ ok: true, value: { state: 'approved' } })
})

test('an outage that moved the due time past the end is told as the reason why nothing is due', async () => {
  const longer = { ...outage, to: '2026-11-19T09:00:00.000Z' }
  await open([longer])
  const { application, now } = await counter.get('claim.assess', { of: applicationId })
  expect(application.stops).toEqual([{ cause: 'outage', from: longer.from, to: longer.to }])
  expect(now).toMatchObject({ outcome: 'not-eligible', reasons: [{ code: 'not-late' }], amount: 0 })
})

test('a day that the centre closed counts for the claim as it does for the promise', async () => {
  await open()
  const { office } = await counter.deps.reading((db) => db.settings.region())
  const closed = { kind: 'closure', name: 'Kantor ditutup', hours: [], working: false } as const
  const ordinary = unitCalendar({ scope, kind: 'kelurahan', zone: 'Asia/Jakarta' }, { office })
  await counter.pull([change('office-calendar', { ...ordinary, exceptions: { '2026-11-20': closed } })])
  expect(await counter.get('claim.assess', { of: applicationId })).toMatchObject({
    application: { dueAt: '2026-11-23T02:00:00.000Z' },
    now: { outcome: 'not-eligible', reasons: [{ code: 'not-late' }] },
  })
})

test('a PC that is a day ahead of the centre finds nothing late that is not', async () => {
  await open()
  const running = { ...late, acceptedAt: '2026-11-23T03:00:00.000Z', fulfilledAt: null, status: 'ANTRE_CETAK' } as const
  await counter.pull([change('application', running, 2)])
  counter.clock.pass(24 * 60)
  await counter.signIn('rini')
  const outcome = async () => (await counter.get('claim.assess', { of: applicationId })).now.outcome
  expect(await outcome()).toBe('eligible')
  const ahead = { name: 'clock-offset-ms', value: String(-24 * 3_600_000) }
  await counter.store.inTransaction((trx) => trx.insertInto('sync_state').values(ahead).execute())
  expect(await outcome()).toBe('not-eligible')
  await take()
  expect(await check()).toMatchObject({ ok: true, value: { checkedAs: { outcome: 'not-eligible' } } })
})

test('a claim that was rejected too early is taken again when the application has come late by then', async () => {
  await open()
  const running = { ...late, acceptedAt: '2026-11-23T03:00:00.000Z', fulfilledAt: null, status: 'ANTRE_CETAK' } as const
  await counter.pull([change('application', running, 2)])
  await take()
  await check()
  await counter.signIn('hendra')
  const reject = { kind: 'reject', reason: 'Belum terlambat' } as const
  await counter.ask('claim.decide', { claimId, decision: reject })
  const assessed = () => counter.get('claim.assess', { of: applicationId })
  expect(await assessed()).toMatchObject({ claimId, again: false })
  counter.clock.pass(61)
  expect(await assessed()).toMatchObject({ claimId, again: true, now: { outcome: 'eligible' } })
  expect(await counter.get('claim.get', { claimId })).toMatchObject({ state: 'rejected', again: true })
  const other = { name: 'Bagas', relation: 'family' } as const
  const again = await counter.ask('claim.take', { applicationId, claimant: other, complaintId: null })
  expect(again).toMatchObject({ ok: true, value: { state: 'received', claimant: other, decided: null, again: false } })
})

test('what is not late is rejected with its reason', async () => {
  await open()
  await counter.pull([change('application', { ...late, fulfilledAt: '2026-11-20T01:00:00.000Z' }, 2)])
  await take()
  await check()
  await counter.signIn('hendra')
  expect(await approve()).toMatchObject({ refusal: { code: 'not-eligible' } })
  const decision = { kind: 'reject', reason: 'Selesai sebelum tenggat' } as const
  expect(await counter.ask('claim.decide', { claimId, decision })).toMatchObject({
    ok: true,
    value: {
      state: 'rejected',
      now: { reasons: [{ code: 'not-late' }] },
      decided: { reason: 'Selesai sebelum tenggat' },
    },
  })
})

test('the kuitansi that came out is followed by copies, however often it is told', async () => {
  await open()
  await toPayment()
  await counter.signIn('fauzi')
  await pay()
  const cameOut = async (copy: number) => (await counter.get('claim.receipt-out', { claimId, copy })).nextCopy
  expect([await cameOut(0), await cameOut(0), await cameOut(1)]).toEqual([1, 1, 2])
})

test('the list is by state and month; the ledger by month, kelurahan and cause, and its files name no citizen', async () => {
  await open()
  await toPayment()
  expect(await counter.get('claim.list', { state: 'open', month: '2026-11' })).toMatchObject({
    rows: [{ claimId, state: 'awaiting-payment', kitirNumber: 'KNG-2611-000123' }],
    counts: { open: 1, all: 1, 'awaiting-payment': 1, paid: 0 },
  })
  expect((await counter.get('claim.list', { state: 'all', month: '2026-10' })).rows).toEqual([])
  await counter.signIn('fauzi')
  await pay()
  expect(await counter.get('claim.ledger', {})).toEqual({
    of: 'unit',
    lines: [
      {
        month: '2026-11',
        scope,
        unit: 'Ketabang',
        cause: 'print-queue',
        paid: 1,
        rupiah: 50_000,
        rejected: 0,
        contested: 0,
        contestedRupiah: 0,
      },
    ],
    months: [{ month: '2026-11', paid: 1, rupiah: 50_000 }],
  })
  const { fileName } = await counter.get('claim.export-ledger', { of: 'payments' })
  expect(fileName).toBe('register-kompensasi-pembayaran-2026-11-24.csv')
  const text = new TextDecoder().decode(counter.shell.files.get(fileName))
  expect(text).toContain(
    `2026-11-24;0001/KWT/${scope}-02/2026;${scope};Ketabang;Antrean cetak;50000;Tunai;KTB-RINI;KTB-HENDRA;KTB-FAUZI;Ya`,
  )
  expect(text).not.toMatch(/Dewi|KNG|35780152/)
})

test('a kuitansi beside the one that stands is shown again too, and what was signed for each payment', async () => {
  await open()
  await toPayment()
  await counter.signIn('fauzi')
  await pay()
  const { row } = await counter.deps.reading(async (db) => ({ row: (await db.things.find('claim', claimId))?.row }))
  const paid = row?.happenings.at(-1)
  if (!row || paid?.kind !== 'paid') throw new Error('nothing was paid')
  // As the centre tells it: the payment of the other desk was the first there.
  const other = { ...paid, id: 'other', deviceCode: '05', receiptNumber: '0009/KWT', signature: 'e'.repeat(64) }
  const happenings = [...row.happenings.slice(0, -1), other, paid]
  const acts = row.happenings.map(({ id }) => id)
  const twice: Claim = {
    ...row,
    acts,
    paymentId: 'other',
    flags: ['paid-twice'],
    caseId: `claim-case:${applicationId}`,
  }
  await counter.pull([change('claim', { ...twice, happenings }, 9)])
  const { openCase } = await counter.get('claim.get', { claimId })
  expect(openCase?.payments).toMatchObject([
    { paymentId: 'other', stands: true, nextCopy: 1 },
    { paymentId: paid.id, stands: false, nextCopy: 0 },
  ])
  const paper = { kind: 'compensation-receipt', id: claimId, copy: 0, paymentId: paid.id } as const
  const { fileName } = await counter.get('paper.save', { paper })
  expect(await textOf(counter.shell.files.get(fileName))).toContain(paid.receiptNumber)
  await counter.get('claim.receipt-out', { claimId, copy: 0, paymentId: paid.id })
  expect((await counter.get('claim.get', { claimId })).openCase?.payments[1]).toMatchObject({ nextCopy: 1 })
  expect(await counter.get('claim.signatures', { claimId })).toEqual([
    { paymentId: 'other', signature: null, where: 'pending' },
    { paymentId: paid.id, signature: png, where: 'pending' },
  ])
})

test('the kuitansi says the amount in words and bears the signature; there is none before the payment', async () => {
  await open()
  await toPayment()
  const paper = { kind: 'compensation-receipt', id: claimId, copy: 0 } as const
  expect(await counter.ask('paper.save', { paper })).toMatchObject({ refusal: { code: 'paper-unknown' } })
  await counter.signIn('fauzi')
  await pay()
  const { fileName } = await counter.get('paper.save', { paper })
  expect(fileName).toBe(`kuitansi-0001-KWT-${scope}-02-2026.pdf`)
  const text = await textOf(counter.shell.files.get(fileName))
  for (const words of [
    'Sudah terima dari',
    'Dinas Kependudukan dan Pencatatan Sipil Kota Surabaya',
    'Rp50.000',
    'lima puluh ribu rupiah',
    'KNG-2611-000123',
    'Petugas fauzi',
    'Petugas hendra',
  ])
    expect(text).toContain(words)
  const copy = await counter.get('paper.save', { paper: { ...paper, copy: 1 } })
  expect(await textOf(counter.shell.files.get(copy.fileName))).toContain('SALINAN KE-1')
})
