import { afterEach, expect, test } from 'vitest'
import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import { aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { textOf } from '../../../tests/printing/escpos-reader.ts'
import type { PrinterBehaviour } from '../../../tests/printing/printer-sink.ts'
import { PrinterSink } from '../../../tests/printing/printer-sink.ts'
import { signaturePng } from '../../../tests/printing/signature-png.ts'
import type { PrintRow } from '../usecases/stores.ts'
import { aJob, PrintCounter } from './testing/print-counter.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function aCounterWith(behaviour: PrinterBehaviour): Promise<{ counter: PrintCounter; sink: PrinterSink }> {
  const sink = await PrinterSink.start(behaviour)
  closing.push(() => sink.switchOff())
  const counter = await PrintCounter.open(on(sink))
  closing.push(() => counter.close())
  await counter.loop.start()
  return { counter, sink }
}

const on = (sink: PrinterSink): PrinterSettings => ({ kind: 'network', host: sink.host, port: sink.port, widthMm: 80 })
const inState = (state: PrintRow['state']) => (row: PrintRow) => row.state === state

test('jobs come out in the order in which they were queued, each once', async () => {
  const { counter, sink } = await aCounterWith('good')
  await counter.queue(
    ...[1, 2, 3].map((at) =>
      aJob(`J-${at}`, { queuedAt: `2026-11-24T02:13:0${at}.000Z` }, aReceipt({ number: `000${at}/BST` })),
    ),
  )
  const printed = await counter.until('J-3', inState('printed'))
  expect(printed).toMatchObject({ attempts: 1, printedAt: '2026-11-24T02:14:00.000Z', fault: null })
  expect(sink.jobs.map((job) => textOf(job).find((row) => row.startsWith('[QR')))).toEqual([
    '[QR 0001/BST]',
    '[QR 0002/BST]',
    '[QR 0003/BST]',
  ])
  expect(await counter.loop.status()).toEqual({ state: 'ready', waitingJobs: 0, fault: null })
})

test('the signature is fetched by its hash and printed', async () => {
  const { counter, sink } = await aCounterWith('good')
  counter.signatures.set('a'.repeat(64), signaturePng())
  await counter.queue(aJob('J-1', { signature: 'a'.repeat(64) }))
  await counter.until('J-1', inState('printed'))
  expect(textOf(sink.jobs[0] ?? Buffer.alloc(0))).toContain('[gambar]')
})

test('a reprint carries its SALINAN number', async () => {
  const { counter, sink } = await aCounterWith('good')
  await counter.queue(aJob('J-1', { kind: 'reprint', copy: 2 }, aReceipt({ copy: 2 })))
  await counter.until('J-1', inState('printed'))
  expect(textOf(sink.jobs[0] ?? Buffer.alloc(0))[1]).toContain('SALINAN KE-2')
})

test('a printer that is off keeps the job waiting with its fault; switched on again, the job prints by itself', async () => {
  const { counter, sink } = await aCounterWith('good')
  await sink.switchOff()
  await counter.queue(aJob('J-1'))
  const waiting = await counter.until('J-1', (row) => row.fault !== null)
  expect(waiting).toMatchObject({
    state: 'waiting',
    fault: { code: 'printer-unreachable' },
    dueAt: '2026-11-24T02:14:02.000Z',
  })
  expect(await counter.loop.status()).toMatchObject({
    state: 'trouble',
    waitingJobs: 1,
    fault: { code: 'printer-unreachable' },
  })

  await sink.switchOn()
  await counter.tick(2)
  expect(await counter.until('J-1', inState('printed'))).toMatchObject({ attempts: 2, fault: null })
  expect(sink.jobs).toHaveLength(1)
})

test('retry does not wait for the back-off, and one success brings the other waiting jobs forward', async () => {
  const { counter, sink } = await aCounterWith('paper-out')
  await counter.queue(aJob('J-1'), aJob('J-2'))
  await counter.until('J-2', (row) => row.fault?.code === 'printer-out-of-paper' && row.state === 'waiting')
  sink.behave('good')
  expect(await counter.loop.retry('J-2')).toMatchObject({ ok: true, value: { state: 'waiting', fault: null } })
  await counter.until('J-1', inState('printed'))
  await counter.until('J-2', inState('printed'))
  expect(sink.jobs).toHaveLength(2)
})

test('a broken connection in the middle is unknown, is not tried again by itself, and prints when a person says so', async () => {
  const { counter, sink } = await aCounterWith('closes-mid-job')
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', inState('unknown'))
  sink.behave('good')
  await counter.tick(3600)
  await counter.queue(aJob('J-2'))
  await counter.until('J-2', inState('printed'))
  expect(await counter.job('J-1')).toMatchObject({ state: 'unknown', attempts: 1 })

  await counter.loop.retry('J-1')
  expect(await counter.until('J-1', inState('printed'))).toMatchObject({ attempts: 2 })
})

test('a job under way when the engine was killed is unknown after the restart; the others go on', async () => {
  const { counter, sink } = await aCounterWith('good')
  await sink.switchOff()
  await counter.queue(aJob('J-1'), aJob('J-2'))
  await counter.until('J-2', (row) => row.fault !== null)
  await sink.switchOn()
  await counter.tick(600)
  await counter.until('J-2', inState('printed'))
  await counter.restart({ ...(await counter.job('J-1')), state: 'printing' })
  expect(await counter.job('J-1')).toMatchObject({
    state: 'unknown',
    fault: { code: 'printer-stalled', details: { why: 'interrupted' } },
  })
  await counter.queue(aJob('J-3'))
  await counter.until('J-3', inState('printed'))
  expect(await counter.job('J-1')).toMatchObject({ state: 'unknown' })
})

test('a job that was under way is told even when the disk was full at start, as soon as there is room', async () => {
  const { counter, sink } = await aCounterWith('good')
  await sink.switchOff()
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', (row) => row.fault !== null)
  const row = await counter.job('J-1')
  await counter.loop.stop()
  counter.diskFull = true
  await counter.restart({ ...row, state: 'printing' })
  expect(await counter.job('J-1')).toMatchObject({ state: 'printing' })
  counter.diskFull = false
  counter.loop.wake()
  expect(await counter.until('J-1', inState('unknown'))).toMatchObject({ fault: { details: { why: 'interrupted' } } })
  expect(sink.jobs).toEqual([])
})

test('of a job that may have come out a person says that it did: then it counts as printed', async () => {
  const { counter } = await aCounterWith('closes-mid-job')
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', inState('unknown'))
  expect(await counter.loop.cancel('J-1')).toMatchObject({ ok: true, value: { state: 'printed', fault: null } })
})

test('waiting jobs survive a restart and print then', async () => {
  const { counter, sink } = await aCounterWith('good')
  await sink.switchOff()
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', (row) => row.fault !== null)
  await sink.switchOn()
  await counter.restart()
  await counter.tick(2)
  await counter.until('J-1', inState('printed'))
})

test('without a printer in the settings the job fails with that word, and prints on demand once there is one', async () => {
  const { counter, sink } = await aCounterWith('good')
  await counter.choose({ kind: 'none' })
  await counter.queue(aJob('J-1'))
  expect(await counter.until('J-1', inState('failed'))).toMatchObject({ fault: { code: 'printer-not-set' } })
  expect(await counter.loop.status()).toMatchObject({ state: 'not-set' })
  await counter.choose(on(sink))
  await counter.loop.retry('J-1')
  await counter.until('J-1', inState('printed'))
})

test('a waiting job can be cancelled, a printed one cannot be called back or printed again unmarked', async () => {
  const { counter, sink } = await aCounterWith('good')
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', inState('printed'))
  expect(await counter.loop.cancel('J-1')).toMatchObject({ ok: true, value: { state: 'printed' } })
  expect(await counter.loop.retry('J-1')).toMatchObject({ ok: true, value: { state: 'printed' } })
  await sink.switchOff()
  await counter.queue(aJob('J-2'))
  await counter.until('J-2', (row) => row.fault !== null)
  expect(await counter.loop.cancel('J-2')).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  expect(await counter.loop.retry('J-9')).toEqual({ ok: false, refusal: { code: 'print-job-unknown' } })
  expect(sink.jobs).toHaveLength(1)
})

test('a test slip prints at once and says how long it took; a printer that is off says so', async () => {
  const { counter, sink } = await aCounterWith('good')
  const answer = await counter.loop.test(on(sink))
  expect(answer).toMatchObject({ ok: true })
  expect(textOf(sink.jobs[0] ?? Buffer.alloc(0))[0]).toBe('UJI CETAK LOKET')
  await sink.switchOff()
  expect(await counter.loop.test(on(sink))).toMatchObject({ ok: false, refusal: { code: 'printer-unreachable' } })
  expect(await counter.loop.test({ kind: 'none' })).toEqual({ ok: false, refusal: { code: 'printer-not-set' } })
})

test('stopping in the middle of a stalled job ends soon and leaves the truth behind', async () => {
  const { counter } = await aCounterWith('mute')
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', inState('printing'))
  await counter.loop.stop()
  expect((await counter.job('J-1')).state).not.toBe('printing')
})

test('a printer of the operating system gets the receipt as one document through the shell', async () => {
  const asked: { printerName: string; widthMm: number; html?: string | undefined }[] = []
  const shell = {
    saveFile: async () => 'failed' as const,
    listPrinters: async () => ['EPSON TM-T82'],
    systemPrint: async (job: (typeof asked)[number]) => {
      asked.push(job)
      return 'printed' as const
    },
    resolveProxy: async () => 'DIRECT',
  }
  const counter = await PrintCounter.open({ kind: 'system', name: 'EPSON TM-T82', widthMm: 58 }, {}, shell)
  closing.push(() => counter.close())
  await counter.queue(aJob('J-1', {}, aReceipt({ ownerName: '<b>Dewi & Ayu</b>' })))
  await counter.until('J-1', inState('printed'))
  expect(asked).toMatchObject([{ printerName: 'EPSON TM-T82', widthMm: 58 }])
  expect(asked[0]?.html).toContain('&lt;b&gt;Dewi &amp; Ayu&lt;/b&gt;')
  expect(asked[0]?.html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
})

test('when the outcome cannot be written, nothing else is printed before it is', async () => {
  const { counter, sink } = await aCounterWith('good')
  await counter.queue(aJob('J-1'))
  await counter.until('J-1', inState('printing'))
  counter.diskFull = true
  await sink.printed(1)
  await expect.poll(() => counter.errors).toContain('print queue stands still')
  counter.diskFull = false
  await counter.queue(aJob('J-2'))
  await counter.until('J-2', inState('printed'))
  expect(await counter.job('J-1')).toMatchObject({ state: 'printed', attempts: 1 })
  expect(sink.jobs).toHaveLength(2)
})
