import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import { receiptData } from '#shared/contract/engine/handover.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import regionFile from '../../../../resources/regions/surabaya.json' with { type: 'json' }
import { openStore } from '../../database/open.ts'
import { kitirPinsIn } from '../../database/repositories/intake-store.ts'
import { printReadsIn, printsIn } from '../../database/repositories/print-store.ts'
import { settingReadsIn, settingsIn } from '../../database/repositories/settings-store.ts'
import { thingReadsIn } from '../../database/repositories/thing-reads.ts'
import { caseReadsIn, directoryReadsIn, handoverReadsIn } from '../../database/repositories/trade-reads.ts'
import type { Store } from '../../database/store.ts'
import { createDocuments } from '../../documents/create-documents.ts'
import type { PrintLoop, Shell } from '../../usecases/ports.ts'
import type { PrintRow } from '../../usecases/stores.ts'
import type { PrintLoopOptions } from '../create-print-loop.ts'
import { createPrintLoop } from '../create-print-loop.ts'
import type { PrintWorld } from '../print-world.ts'

const documents = createDocuments(resolve(import.meta.dirname, '../../../../resources'))
const region = regionFile as RegionPack
const begin = '2026-11-24T02:14:00.000Z'

/** A job for the receipt of a hand-over, waiting. */
export const aJob = (jobId: string, changes: Partial<PrintRow> = {}, receipt: Receipt = aReceipt()): PrintRow => ({
  jobId,
  kind: 'handover-receipt',
  title: 'Bukti serah terima KTP-el',
  handoverId: 'H-1',
  receiptNumber: receipt.number,
  copy: receipt.copy,
  receipt: receiptData.parse(receipt),
  kitirId: null,
  slip: null,
  signature: null,
  printer: null,
  state: 'waiting',
  attempts: 0,
  queuedAt: begin,
  dueAt: begin,
  printedAt: null,
  fault: null,
  ...changes,
})

/** A print queue on a real encrypted database that survives `restart`. The clock is the test's; the shell is where a test says so. */
export class PrintCounter {
  readonly signatures = new Map<string, Uint8Array>()
  readonly errors: string[] = []
  /** Throws instead of committing, while set. */
  diskFull = false
  loop: PrintLoop
  private now = Date.parse(begin)
  private store: Store
  private readonly file: string
  private readonly key: Buffer
  private readonly options: Partial<PrintLoopOptions>
  private readonly shell: Shell
  private readonly watchers = new Set<() => void>()

  private constructor(
    place: { file: string; key: Buffer; store: Store },
    options: Partial<PrintLoopOptions>,
    shell: Shell,
  ) {
    this.file = place.file
    this.key = place.key
    this.store = place.store
    this.options = { jobMs: 1500, ...options }
    this.shell = shell
    this.loop = createPrintLoop(this.world(), this.options)
  }

  static async open(
    printer: PrinterSettings,
    options: Partial<PrintLoopOptions> = {},
    shell: Shell = noShell,
  ): Promise<PrintCounter> {
    const file = join(mkdtempSync(join(tmpdir(), 'loket-prints-')), 'loket.db')
    const key = randomBytes(32)
    const store = await openStore({ file, key, sqliteBinding: undefined, now: begin })
    const counter = new PrintCounter({ file, key, store }, options, shell)
    await counter.choose(printer)
    return counter
  }

  /** Changes the printer in the settings. */
  async choose(printer: PrinterSettings): Promise<void> {
    await this.store.inTransaction(async (trx) => {
      const settings = settingsIn(trx, region)
      await settings.saveSettings({ ...(await settings.settings()), printer, copies: 1 })
    })
  }

  async queue(...jobs: readonly PrintRow[]): Promise<void> {
    await this.store.inTransaction(async (trx) => {
      for (const job of jobs) await printsIn(trx).queue(job)
    })
    this.loop.wake()
  }

  async job(jobId: string): Promise<PrintRow> {
    const row = await printReadsIn(this.store.read).find(jobId)
    if (!row) throw new Error(`no job ${jobId}`)
    return row
  }

  /** Resolves once the job is what is asked for. */
  async until(jobId: string, reached: (row: PrintRow) => boolean): Promise<PrintRow> {
    for (;;) {
      const changed = new Promise<void>((resolve) => this.watchers.add(resolve))
      const row = await this.job(jobId)
      if (reached(row)) return row
      await changed
    }
  }

  async tick(seconds: number): Promise<void> {
    this.now += seconds * 1000
    this.loop.wake()
  }

  /** The engine is gone without a word (SIGKILL) and comes back on the same file. `before` is what it had just written. */
  async restart(before?: PrintRow): Promise<void> {
    await this.loop.stop()
    if (before) await this.store.inTransaction((trx) => printsIn(trx).save(before))
    await this.store.close()
    this.store = await openStore({ file: this.file, key: this.key, sqliteBinding: undefined, now: begin })
    this.loop = createPrintLoop(this.world(), this.options)
    await this.loop.start()
  }

  async close(): Promise<void> {
    await this.loop.stop()
    await this.store.close()
    rmSync(join(this.file, '..'), { recursive: true })
  }

  private world(): PrintWorld {
    const reads = () => ({
      prints: printReadsIn(this.store.read),
      settings: settingReadsIn(this.store.read, region),
      blobs: {
        get: async (sha256: string) => this.signatures.get(sha256) ?? null,
        unsent: async () => false,
      },
      kitirPins: kitirPinsIn(this.store.read),
      handovers: handoverReadsIn(this.store.read),
      things: thingReadsIn(this.store.read),
      cases: caseReadsIn(this.store.read),
      directory: directoryReadsIn(this.store.read),
      device: {
        current: async () => null,
        clockOffsetMs: async () => null,
        dataAsOf: async () => null,
        syncedAt: async () => null,
        copiedScopes: async () => [],
      },
    })
    return {
      clock: { now: () => new Date(this.now).toISOString(), elapsedMs: () => performance.now() },
      log: { info: () => undefined, error: (event) => void this.errors.push(event) },
      announce: () => {
        for (const wake of [...this.watchers]) wake()
        this.watchers.clear()
      },
      shell: this.shell,
      documents,
      reading: (run) => run(reads()),
      inOneWrite: (run) => {
        if (this.diskFull) throw new Error('SQLITE_FULL')
        return this.store.inTransaction((trx) => run({ prints: printsIn(trx), kitirPins: kitirPinsIn(trx) }))
      },
    }
  }
}

const noShell: Shell = {
  saveFile: async () => 'failed',
  listPrinters: async () => [],
  systemPrint: async () => 'printer-unknown',
  resolveProxy: async () => 'DIRECT',
}
