import { afterEach, expect, test } from 'vitest'
import { Counter, handOverToOwner, pin, pinVerifier } from '../../testing/counter.ts'
import { aCard, aFact, change } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk(...cards: ReturnType<typeof aCard>[]) {
  counter = await Counter.with({ cards })
  await counter.signIn()
  return counter
}

test('a card is handed over with its receipt number, queued for the centre, and shown as waiting', async () => {
  await aDesk(aCard('k-1'))
  const before = await counter.get('card.get', { cardId: 'k-1' })
  const answer = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(answer).toMatchObject({
    receiptNumber: '0001/BST/3578071004-02/2026',
    printJobId: null,
    card: { state: 'handed-over', centre: 'waiting', handedOver: { collectorName: 'Dewi Lestari Handayani' } },
  })
  expect(before.nextReceiptNumber).toBe(answer.receiptNumber)
  expect(await counter.outbox()).toEqual(['k-1'])
  const { receipt, signature } = await counter.get('handover.get', { handoverId: answer.handoverId })
  expect(receipt).toMatchObject({ unitLine: 'Kelurahan Ketabang, Kec. Genteng', relation: 'Pemilik', copy: 0 })
  expect(signature).toBe(handOverToOwner('k-1').signature)
  expect(counter.log.errors).toEqual([])
})

test('a double click is one hand-over, and both clicks get the same answer', async () => {
  await aDesk(aCard('k-1'))
  const id = 'b5c4f9a6-0000-7000-8000-000000000001'
  const [first, second] = await Promise.all([counter.handOver('k-1', {}, id), counter.handOver('k-1', {}, id)])
  expect(second).toEqual(first)
  expect(first).toMatchObject({ ok: true })
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('pressing confirm again after a restart gives the answer of before, and no second hand-over', async () => {
  await aDesk(aCard('k-1'))
  const id = 'b5c4f9a6-0000-7000-8000-000000000002'
  const first = await counter.handOver('k-1', {}, id)
  await counter.restart()
  expect(await counter.handOver('k-1', {}, id)).toEqual(first)
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('a card already handed over is refused with when, to whom and by whom, and nothing more is queued', async () => {
  await aDesk(aCard('k-1'))
  const { receiptNumber } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(await counter.handOver('k-1')).toMatchObject({
    ok: false,
    refusal: {
      code: 'already-handed-over',
      details: { receiptNumber, collectorName: 'Dewi Lestari Handayani', staffName: 'Petugas rini', deviceCode: '02' },
    },
  })
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('a hand-over of another desk is refused even when its row came before that of the card', async () => {
  await aDesk(aCard('k-1'))
  const other = aFact('k-1', 'h-other')
  const row = { ...other, id: 'h-other', scope: aCard('k-1').scope, deviceId: 'device-9', acceptedAt: other.at }
  await counter.pull([change('handover', { ...row, standing: 'stands', flags: [] })])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: false, refusal: { code: 'already-handed-over' } })
})

test.each([
  ['card-unknown', 'k-9', {}],
  ['card-not-ready', 'k-shipped', {}],
  ['owner-too-young', 'k-young', {}],
  ['papers-missing', 'k-1', { papers: ['face'] }],
  ['old-card-missing', 'k-1', { oldCard: { kind: 'none' } }],
  ['pin-required', 'k-1', { pin: { means: 'verified', pinToken: 'made up' } }],
  ['signature-missing', 'k-1', { signature: 'AAAA' }],
  ['collector-not-allowed', 'k-1', { collector: { ...handOverToOwner('').collector, kind: 'mobile-team' } }],
] as const)('%s refuses, and nothing is recorded', async (code, cardId, more) => {
  await aDesk(
    aCard('k-1'),
    aCard('k-shipped', { state: 'shipped' }),
    aCard('k-young', { ownerBirthDate: '2009-11-25' }),
  )
  const input = { ...handOverToOwner(cardId), ...more }
  const answer = await counter.ask('handover.record', {
    ...input,
    papers: [...input.papers],
    collector: input.collector.kind === 'mobile-team' ? { ...input.collector, name: 'Tim' } : input.collector,
  })
  expect(answer).toMatchObject({ ok: false, refusal: { code } })
  expect(await counter.outbox()).toEqual([])
})

test('a member of the KK collects; somebody else does not, and neither does a child of fourteen', async () => {
  await aDesk(aCard('k-1'), aCard('k-2'))
  const { household } = await counter.get('card.get', { cardId: 'k-1' })
  expect(household.map(({ name, adult }) => [name, adult])).toEqual([
    ['Agus Handayani', true],
    ['Putri Handayani', false],
  ])
  const papers = ['kitir', 'kk', 'collector-ktp', 'data-read']
  const family = (more: object) => ({
    papers,
    collector: { ...handOverToOwner('').collector, kind: 'family' as const, ...more },
  })
  expect(await counter.handOver('k-1', family({ memberId: household[1]?.memberId }))).toMatchObject({
    refusal: { code: 'too-young' },
  })
  expect(await counter.handOver('k-1', family({ name: 'Orang Lain', nik: '3578010101800009' }))).toMatchObject({
    refusal: { code: 'collector-not-in-household' },
  })
  expect(await counter.handOver('k-1', family({ memberId: household[0]?.memberId }))).toMatchObject({
    ok: true,
    value: { card: { handedOver: { collectorName: 'Agus Handayani', collectorKind: 'family' } } },
  })
})

test('the right PIN opens the hand-over; its token is worth nothing for another card', async () => {
  await aDesk(aCard('k-1', { pinVerifier }), aCard('k-2', { pinVerifier }))
  const checked = await counter.get('handover.check-pin', { cardId: 'k-1', pin })
  if (checked.outcome !== 'verified') throw new Error(checked.outcome)
  const shown = { pin: { means: 'verified' as const, pinToken: checked.pinToken } }
  expect(await counter.handOver('k-2', shown)).toMatchObject({ refusal: { code: 'pin-required' } })
  await counter.restart()
  expect(await counter.handOver('k-1', shown)).toMatchObject({ ok: true })
})

test('a clock two days off is told to the centre with the hand-over', async () => {
  await aDesk(aCard('k-1'))
  await counter.store.inTransaction((trx) =>
    trx.insertInto('sync_state').values({ name: 'clock-offset-ms', value: '172800000' }).execute(),
  )
  await counter.get('handover.record', handOverToOwner('k-1'))
  const { payload } = await counter.store.read.selectFrom('command').select('payload').executeTakeFirstOrThrow()
  expect(JSON.parse(payload ?? '')).toMatchObject({ noticed: ['clock-skew'], clockOffsetMs: 172_800_000 })
})

test('with a printer set up the receipt waits in the print queue, and a reprint is SALINAN ke-1', async () => {
  await aDesk(aCard('k-1'))
  await aPrinter()
  const { handoverId, printJobId } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(printJobId).not.toBeNull()
  expect(await counter.get('handover.reprint', { handoverId })).toMatchObject({ copy: 1 })
  const jobs = await counter.get('print.list', {})
  expect(jobs.map(({ kind, copy }) => [kind, copy])).toEqual([
    ['reprint', 1],
    ['handover-receipt', 0],
  ])
})

test('without a printer the number is on disk; once one is set the first print is the original, the next a copy', async () => {
  await aDesk(aCard('k-1'))
  const { handoverId, receiptNumber, printJobId } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(printJobId).toBeNull()
  expect(await counter.ask('handover.reprint', { handoverId })).toMatchObject({ refusal: { code: 'printer-not-set' } })
  await aPrinter()
  expect(await counter.get('handover.reprint', { handoverId })).toMatchObject({ copy: 0 })
  expect(await counter.get('handover.reprint', { handoverId })).toMatchObject({ copy: 1 })
  expect((await counter.get('print.list', {})).map((job) => [job.kind, job.receiptNumber])).toEqual([
    ['reprint', receiptNumber],
    ['handover-receipt', receiptNumber],
  ])
})

test('an original that was cancelled before it came out is printed as the original', async () => {
  await aDesk(aCard('k-1'))
  await aPrinter()
  await counter.deps.printing.stop()
  const { handoverId, printJobId } = await counter.get('handover.record', handOverToOwner('k-1'))
  await counter.get('print.cancel', { jobId: printJobId ?? '' })
  expect(await counter.get('handover.reprint', { handoverId })).toMatchObject({ copy: 0 })
})

test('an original that failed is tried again instead of copied', async () => {
  await aDesk(aCard('k-1'))
  await aPrinter()
  await counter.deps.printing.stop()
  const { handoverId, printJobId } = await counter.get('handover.record', handOverToOwner('k-1'))
  await counter.write(async ({ prints }) => {
    const job = await prints.find(printJobId ?? '')
    if (job) await prints.save({ ...job, state: 'failed', fault: { code: 'printer-not-set' } })
  })
  expect(await counter.get('handover.reprint', { handoverId })).toEqual({ printJobId, copy: 0 })
  expect(await counter.get('print.list', {})).toMatchObject([{ jobId: printJobId, state: 'waiting', fault: null }])
})

const aPrinter = () => counter.get('settings.save', { printer: { kind: 'path', path: counter.dataDir, widthMm: 80 } })
