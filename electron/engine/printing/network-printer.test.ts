import { afterEach, expect, test } from 'vitest'
import { aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { textOf } from '../../../tests/printing/escpos-reader.ts'
import type { PrinterBehaviour } from '../../../tests/printing/printer-sink.ts'
import { PrinterSink } from '../../../tests/printing/printer-sink.ts'
import { networkPrinter } from './network-printer.ts'
import { receiptDocument } from './print-document.ts'

const times = { answerMs: 120, pollMs: 40 }
const receipt = receiptDocument(aReceipt(), null, 80, 2)
const open: PrinterSink[] = []

async function aPrinter(behaviour: PrinterBehaviour): Promise<PrinterSink> {
  const sink = await PrinterSink.start(behaviour)
  open.push(sink)
  return sink
}

const printOn = (sink: PrinterSink, document = receipt, deadlineMs = 400) =>
  networkPrinter(sink.host, sink.port, times).execute(document, AbortSignal.timeout(deadlineMs))

afterEach(async () => {
  for (const sink of open.splice(0)) await sink.switchOff()
})

test('a printer that talks confirms the end: printed, byte for byte', async () => {
  const sink = await aPrinter('good')
  expect(await printOn(sink)).toEqual({ outcome: 'printed' })
  expect(await sink.printed(1)).toEqual([receipt.bytes()])
  expect(textOf(receipt.bytes()).filter((row) => row === '[potong]')).toHaveLength(2)
})

test('a printer that never talks confirms by closing after us', async () => {
  const sink = await aPrinter('silent')
  expect(await printOn(sink)).toEqual({ outcome: 'printed' })
  expect(await sink.printed(1)).toEqual([receipt.bytes()])
})

test('a printer that is switched off was surely not reached', async () => {
  const sink = await aPrinter('good')
  await sink.switchOff()
  expect(await printOn(sink)).toEqual({
    outcome: 'failed',
    again: true,
    fault: { code: 'printer-unreachable', details: { why: 'no-connection' } },
  })
  expect(await networkPrinter(sink.host, sink.port).isPrinterConnected()).toBe(false)
})

test('a printer without paper says so and is given nothing', async () => {
  const sink = await aPrinter('paper-out')
  expect(await printOn(sink)).toEqual({ outcome: 'failed', again: true, fault: { code: 'printer-out-of-paper' } })
  expect(sink.jobs).toEqual([])
})

test('an open cover is told apart from missing paper', async () => {
  expect(await printOn(await aPrinter('cover-open'))).toEqual({
    outcome: 'failed',
    again: true,
    fault: { code: 'printer-stalled', details: { why: 'cover-open' } },
  })
})

test('paper that ends in the middle leaves the outcome open and names the cause', async () => {
  expect(await printOn(await aPrinter('paper-runs-out'))).toEqual({
    outcome: 'unknown',
    fault: { code: 'printer-out-of-paper', details: { why: 'in-the-middle' } },
  })
})

test('a connection that breaks in the middle leaves the outcome open', async () => {
  expect(await printOn(await aPrinter('closes-mid-job'))).toEqual({
    outcome: 'unknown',
    fault: { code: 'printer-unreachable', details: { why: 'closed-in-the-middle' } },
  })
})

test('a printer that takes a small job and never confirms is not believed', async () => {
  for (const behaviour of ['mute', 'stalled'] as const) {
    expect(await printOn(await aPrinter(behaviour))).toEqual({
      outcome: 'unknown',
      fault: { code: 'printer-stalled', details: { why: 'no-confirmation' } },
    })
  }
})

test('a printer that never reads is stalled once no more bytes are taken: not printed, within the one deadline', async () => {
  const sink = await aPrinter('stalled')
  const endless = { ...receipt, bytes: () => Buffer.alloc(32 * 1024 * 1024, 0x20) }
  const begun = performance.now()
  expect(await printOn(sink, endless, 500)).toEqual({
    outcome: 'failed',
    again: false,
    fault: { code: 'printer-stalled', details: { why: 'not-reading' } },
  })
  expect(performance.now() - begun).toBeLessThan(1500)
})

test('a large job arrives whole although the printer talks meanwhile', async () => {
  const sink = await aPrinter('good')
  const large = Buffer.concat(Array.from({ length: 1500 }, () => receipt.bytes()))
  expect(await printOn(sink, { ...receipt, bytes: () => large }, 8000)).toEqual({ outcome: 'printed' })
  expect((await sink.printed(1))[0]?.equals(large)).toBe(true)
})
