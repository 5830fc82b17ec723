import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import type { SystemPrint } from '#shared/contract/shell/system-print.ts'
import { type HiddenPage, systemPrint } from './system-print.ts'

const place = mkdtempSync(join(tmpdir(), 'loket-print-'))
/** A folder whose name means something else in an address. */
const tempFolder = join(place, 'Rini #2 100%')
mkdirSync(tempFolder)
afterEach(() => {
  vi.useRealTimers()
  if (!readdirSync(tempFolder).length) return
  rmSync(tempFolder, { recursive: true })
  mkdirSync(tempFolder)
})

const job: SystemPrint = { type: 'system-print', jobId: 'j-1', printerName: 'Epson', widthMm: 80, html: '<p>Bukti</p>' }
const never = new Promise<never>(() => undefined)

/** A page at a printer that takes everything, but for what the test changes. */
function aPage(more: Partial<HiddenPage> = {}) {
  const log: string[] = []
  const page: HiddenPage = {
    printers: async () => ['Epson'],
    load: async (url) => log.push(readFileSync(fileURLToPath(url), 'utf8')),
    print: async () => ({ success: true, reason: '' }),
    close: () => void log.push('closed'),
    ...more,
  }
  return { log, place: { tempFolder, openPage: () => page } }
}

test('the document is printed from a file that is gone afterwards, whatever the folder is called', async () => {
  const { log, place } = aPage()
  expect(await systemPrint(job, place)).toEqual({ type: 'system-print-result', jobId: 'j-1', outcome: 'printed' })
  expect(log).toEqual(['<p>Bukti</p>', 'closed'])
  expect(readdirSync(tempFolder)).toEqual([])
})

test('a printer that is gone, and a spooler that refuses, are told apart', async () => {
  const gone = aPage({ printers: async () => [] })
  expect(await systemPrint(job, gone.place)).toMatchObject({ outcome: 'printer-unknown' })
  const refusing = aPage({ print: async () => ({ success: false, reason: 'Print job failed' }) })
  expect(await systemPrint(job, refusing.place)).toMatchObject({ outcome: 'failed', detail: 'Print job failed' })
})

test('a page that cannot be loaded, a full temporary folder and a window that does not open: nothing was sent', async () => {
  const unloadable = aPage({ load: () => Promise.reject(new Error('ERR_FAILED')) })
  expect(await systemPrint(job, unloadable.place)).toMatchObject({ outcome: 'failed', detail: 'Error: ERR_FAILED' })
  expect(unloadable.log).toEqual(['closed'])
  const noFolder = { ...aPage().place, tempFolder: join(tempFolder, 'missing') }
  expect(await systemPrint(job, noFolder)).toMatchObject({ outcome: 'failed' })
  const openPage = () => {
    throw new Error('no window')
  }
  expect(await systemPrint(job, { tempFolder, openPage })).toMatchObject({ outcome: 'failed' })
})

test('before the engine gives up, the shell says whether anything may have come out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const standstill = async (at: 'load' | 'print') => {
    const reached = Promise.withResolvers<void>()
    const { place } = aPage({
      [at]: () => {
        reached.resolve()
        return never
      },
    })
    const answer = systemPrint(job, place)
    await reached.promise
    vi.advanceTimersByTime(14_000)
    return answer
  }
  expect(await standstill('load')).toMatchObject({ outcome: 'failed' })
  expect(await standstill('print')).toMatchObject({ outcome: 'timed-out' })
})
