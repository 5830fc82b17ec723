import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SystemPrint, SystemPrintResult } from '#shared/contract/shell/system-print.ts'

/** A page nobody sees, without scripts, and the printers it can be sent to. */
export interface HiddenPage {
  printers(): Promise<readonly string[]>
  load(url: string): Promise<unknown>
  /** Resolves when the spooler took the job, or would not. Rejects where nothing was sent. */
  print(job: SystemPrint): Promise<{ readonly success: boolean; readonly reason: string }>
  close(): void
}

export interface PrintPlace {
  openPage(job: SystemPrint): HiddenPage
  readonly tempFolder: string
}

/** Below the engine's own limit for a job (15 s), so that it hears how far it came instead of guessing. */
const limitMs = 12_000

class TimeUp extends Error {}

/** Prints silently on a printer of the operating system. Never rejects: `failed` says that nothing was sent, `timed-out` that something may come. */
export async function systemPrint(job: SystemPrint, place: PrintPlace): Promise<SystemPrintResult> {
  const limit = timeLimit()
  let page: HiddenPage | null = null
  let sent = false
  try {
    const opened = place.openPage(job)
    page = opened
    const printers = await limit.on(opened.printers())
    if (!printers.includes(job.printerName)) return result(job, 'printer-unknown')
    const { success, reason } = await withContent(job, place.tempFolder, async (url) => {
      await limit.on(opened.load(url))
      sent = true
      return limit.on(opened.print(job))
    })
    return success ? result(job, 'printed') : result(job, 'failed', reason)
  } catch (cause) {
    return sent && cause instanceof TimeUp ? result(job, 'timed-out') : result(job, 'failed', String(cause))
  } finally {
    limit.end()
    page?.close()
  }
}

/** A document for the printer lies in a file of this user for as long as it takes: a data: address is too short for it. */
async function withContent<T>(job: SystemPrint, folder: string, run: (url: string) => Promise<T>): Promise<T> {
  const bytes = job.pdf !== undefined ? Buffer.from(job.pdf, 'base64') : Buffer.from(job.html ?? '', 'utf8')
  const file = join(folder, `loket-${randomUUID()}.${job.pdf !== undefined ? 'pdf' : 'html'}`)
  try {
    await writeFile(file, bytes, { mode: 0o600 })
    return await run(pathToFileURL(file).href)
  } finally {
    // A file that cannot be taken away must not turn a printed receipt into a failed one.
    await rm(file, { force: true }).catch((cause: unknown) => console.error('[shell] print file stays', cause))
  }
}

/** One limit over all steps of a job; `on` rejects with TimeUp when it is over first. */
function timeLimit() {
  let over: (cause: TimeUp) => void = () => undefined
  const expired = new Promise<never>((_, reject) => {
    over = reject
  })
  // Nobody may be waiting when it falls.
  expired.catch(() => undefined)
  const timer = setTimeout(() => over(new TimeUp()), limitMs)
  return {
    on: <T>(step: Promise<T>): Promise<T> => Promise.race([step, expired]),
    end: () => clearTimeout(timer),
  }
}

const result = (job: SystemPrint, outcome: SystemPrintResult['outcome'], detail?: string): SystemPrintResult => ({
  type: 'system-print-result',
  jobId: job.jobId,
  outcome,
  ...(detail ? { detail: detail.slice(0, 500) } : {}),
})
