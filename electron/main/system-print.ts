import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { SystemPrint, SystemPrintResult } from '#shared/contract/shell/system-print.ts'

const limitMs = 30_000
const micronsPerMm = 1000
/** Longest slip we make; a roll cuts behind the last line. */
const rollLengthMm = 297

/** Prints silently on a printer of the operating system, from a hidden page without scripts. */
export async function systemPrint(job: SystemPrint): Promise<SystemPrintResult> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, plugins: job.pdf !== undefined },
  })
  try {
    const printers = await window.webContents.getPrintersAsync()
    if (!printers.some(({ name }) => name === job.printerName)) return result(job, 'printer-unknown')
    return await withContent(job, async (url) => {
      await window.loadURL(url)
      return await printWithin(window, job)
    })
  } finally {
    window.destroy()
  }
}

/** A document for the printer lies in a file of this user for as long as it takes: a data: address is too short for it. */
async function withContent<T>(job: SystemPrint, run: (url: string) => Promise<T>): Promise<T> {
  const bytes = job.pdf !== undefined ? Buffer.from(job.pdf, 'base64') : Buffer.from(job.html ?? '', 'utf8')
  const file = join(app.getPath('temp'), `loket-${randomUUID()}.${job.pdf !== undefined ? 'pdf' : 'html'}`)
  await writeFile(file, bytes, { mode: 0o600 })
  try {
    return await run(`file://${file}`)
  } finally {
    await rm(file, { force: true })
  }
}

function printWithin(window: BrowserWindow, job: SystemPrint): Promise<SystemPrintResult> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(result(job, 'timed-out')), limitMs)
    const width = job.widthMm * micronsPerMm
    window.webContents.print(
      {
        silent: true,
        deviceName: job.printerName,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: job.widthMm >= 200 ? 'A4' : { width, height: rollLengthMm * micronsPerMm },
      },
      (success, reason) => {
        clearTimeout(limit)
        resolve(success ? result(job, 'printed') : { ...result(job, 'failed'), detail: reason.slice(0, 500) })
      },
    )
  })
}

const result = (job: SystemPrint, outcome: SystemPrintResult['outcome']): SystemPrintResult => ({
  type: 'system-print-result',
  jobId: job.jobId,
  outcome,
})
