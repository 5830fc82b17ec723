import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import { filingSlipPaper } from '#shared/domain/paper/filing-slip.ts'
import type { FilingSlip } from '#shared/domain/receipt/filing-slip.ts'
import { bearsPin } from '#shared/domain/receipt/filing-slip-lines.ts'
import { receiptEnd } from '../usecases/handover/receipt-end.ts'
import { a4Mm, printDpi } from '../usecases/paper/pages-html.ts'
import type { PaperPrinter, PrintRow, ReadSet } from '../usecases/stores.ts'
import { paperDocument, receiptDocument, slipDocument, testSlipDocument } from './print-document.ts'
import type { PrintReadSet, PrintWorld } from './print-world.ts'
import type { ChosenPrinter, ReachPrinter } from './printers.ts'
import type { PrintDocument, PrintOutcome } from './transport.ts'
import { notPrinted } from './transport.ts'

type PrinterView = { readonly state: 'ready' | 'not-set' | 'trouble' | 'unknown'; readonly fault: PrinterFault | null }
type DocumentFor = (widthMm: 58 | 80 | typeof a4Mm) => Promise<PrintDocument>
type PrinterFault = Extract<PrintOutcome, { fault: unknown }>['fault']

/** Brings one job at a time to the printer, whoever asks, each within one deadline, and remembers how the last one went. */
export class PrintDesk {
  private readonly world: PrintWorld
  private readonly reach: ReachPrinter
  private readonly jobMs: number
  private readonly stopping = new AbortController()
  private lane: Promise<unknown> = Promise.resolve()
  private last: { printer: string; outcome: PrintOutcome } | null = null

  constructor(world: PrintWorld, reach: ReachPrinter, jobMs: number) {
    this.world = world
    this.reach = reach
    this.jobMs = jobMs
  }

  /** Prints a row of the queue on the printer of the settings (or its own). */
  async print(row: PrintRow): Promise<PrintOutcome> {
    const { settings, signature, receipt, pin } = await this.world.reading(async (db) => ({
      settings: await db.settings.settings(),
      signature: row.signature ? await db.blobs.get(row.signature) : null,
      receipt: await receiptNow(db, row),
      pin: row.kitirId && row.slip && bearsPin(row.slip) ? await db.kitirPins.find(row.kitirId) : null,
    }))
    const copies = row.kind === 'handover-receipt' ? settings.copies : 1
    return this.send(row.printer ?? settings.printer, async (widthMm) => {
      if (row.slip) return widthMm === a4Mm ? this.slipOnA4(row.slip, pin) : slipDocument(row.slip, pin, widthMm)
      if (widthMm === a4Mm) throw new Error('only a slip is printed on A4 by this queue')
      return receipt ? receiptDocument(receipt, signature, widthMm, copies) : this.testSlip(widthMm)
    })
  }

  printTest(printer: PrinterSettings): Promise<PrintOutcome> {
    return this.send(printer, (widthMm) => this.testSlip(widthMm === a4Mm ? 80 : widthMm))
  }

  /** What is known of this printer since the engine started. */
  view(printer: PrinterSettings): PrinterView {
    if (printer.kind === 'none') return { state: 'not-set', fault: null }
    if (this.last?.printer !== JSON.stringify(printer)) return { state: 'unknown', fault: null }
    const { outcome } = this.last
    return outcome.outcome === 'printed' ? { state: 'ready', fault: null } : { state: 'trouble', fault: outcome.fault }
  }

  /** Gives the running job up; resolves when the printer is let go. */
  async close(): Promise<void> {
    this.stopping.abort()
    await this.lane
  }

  private send(printer: PrinterSettings | PaperPrinter, documentFor: DocumentFor): Promise<PrintOutcome> {
    if (printer.kind === 'none') return Promise.resolve(notPrinted('printer-not-set', undefined, false))
    const job = this.lane.then(async () => {
      const outcome = await this.attempt(printer, documentFor)
      this.last = { printer: JSON.stringify(printer), outcome }
      return outcome
    })
    this.lane = job
    return job
  }

  private async attempt(printer: ChosenPrinter, documentFor: DocumentFor): Promise<PrintOutcome> {
    try {
      const document = await documentFor(printer.kind === 'paper' ? a4Mm : printer.widthMm)
      const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(this.jobMs)])
      return await this.reach(printer).execute(document, signal)
    } catch (error) {
      this.world.log.error('print job could not be made', error)
      return notPrinted('bug', undefined, false)
    }
  }

  private async slipOnA4(slip: FilingSlip, pin: string | null): Promise<PrintDocument> {
    const { documents } = this.world
    const pdf = await documents.paper(filingSlipPaper(slip, pin))
    return paperDocument((await documents.pictures(pdf, { dpi: printDpi, mostPages: 2 })).pages)
  }

  private async testSlip(widthMm: 58 | 80): Promise<PrintDocument> {
    const { zone, deviceCode } = await this.world.reading(slipFacts)
    return testSlipDocument({ at: this.world.clock.now(), zone, deviceCode }, widthMm)
  }
}

/** The receipt of a job. A paper that waited says that its hand-over does not hold any more. */
async function receiptNow(db: PrintReadSet, { receipt, handoverId }: PrintRow): Promise<PrintRow['receipt']> {
  const handover = receipt && handoverId ? await db.handovers.find(handoverId) : null
  const ended = handover && (await receiptEnd(db, handover.row))
  return receipt && ended ? { ...receipt, ended } : receipt
}

async function slipFacts(db: Pick<ReadSet, 'settings' | 'device'>): Promise<{ zone: string; deviceCode: string }> {
  const [region, device] = [await db.settings.region(), await db.device.current()]
  return { zone: region.zone, deviceCode: device?.deviceCode ?? '-' }
}
