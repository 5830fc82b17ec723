import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { pathPrinter } from './path-printer.ts'
import { receiptDocument } from './print-document.ts'

const receipt = receiptDocument(aReceipt(), null, 80, 1)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-paper-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Patient enough for a busy machine; `impatientMs` where a printer is to be given up. */
const printTo = (path: string, document = receipt, busy = new Set<string>(), impatientMs = 20_000) =>
  pathPrinter(path, busy).execute(document, AbortSignal.timeout(impatientMs))

test('a file takes one receipt after the other', async () => {
  const path = join(folder, 'printer.bin')
  expect(await printTo(path)).toEqual({ outcome: 'printed' })
  expect(await printTo(path)).toEqual({ outcome: 'printed' })
  expect(readFileSync(path)).toEqual(Buffer.concat([receipt.bytes(), receipt.bytes()]))
})

test('a folder that does not exist was surely not printed to', async () => {
  expect(await printTo(join(folder, 'gone', 'printer.bin'))).toEqual({
    outcome: 'failed',
    again: true,
    fault: { code: 'printer-unreachable', details: { why: 'ENOENT' } },
  })
})

test('a device that is not plugged in is not created as a file', async () => {
  expect(await printTo('/dev/loket-no-such-printer')).toMatchObject({ outcome: 'failed', again: true })
})

test('a full disk is called by its name', async () => {
  expect(await printTo('/dev/full')).toEqual({
    outcome: 'failed',
    again: true,
    fault: { code: 'disk-full', details: { why: 'ENOSPC' } },
  })
})

test('a device without a listener is unreachable, one that reads gets every byte', async () => {
  const device = join(folder, 'device')
  execFileSync('mkfifo', [device])
  expect(await printTo(device)).toMatchObject({
    outcome: 'failed',
    again: true,
    fault: { code: 'printer-unreachable' },
  })

  const heard: Buffer[] = []
  const reader = createReadStream(device)
  reader.on('data', (bytes) => heard.push(Buffer.from(bytes)))
  const ended = new Promise<void>((resolve) => reader.on('end', () => resolve()))
  await expect.poll(() => printTo(device)).toEqual({ outcome: 'printed' })
  await ended
  expect(Buffer.concat(heard)).toEqual(receipt.bytes())
})

test('a device that stops taking bytes is stalled, and the engine is not held', async () => {
  const device = join(folder, 'device')
  execFileSync('mkfifo', [device])
  const reader = createReadStream(device, { highWaterMark: 16 })
  reader.once('data', () => reader.pause())
  const large = { ...receipt, bytes: () => Buffer.alloc(1024 * 1024, 0x20) }
  const busy = new Set<string>()
  await expect
    .poll(() => printTo(device, large, busy, 300), { timeout: 20_000 })
    .toEqual({ outcome: 'failed', again: false, fault: { code: 'printer-stalled', details: { why: 'not-reading' } } })
  expect(busy).toEqual(new Set())
  reader.destroy()
})

test('while an earlier write hangs, no second one is started', async () => {
  expect(await printTo('/dev/null', receipt, new Set(['/dev/null']))).toMatchObject({
    outcome: 'failed',
    again: true,
    fault: { code: 'printer-stalled', details: { why: 'earlier-write-hangs' } },
  })
})
