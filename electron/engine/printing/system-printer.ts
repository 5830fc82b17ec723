import { assertNever } from '#shared/domain/result.ts'
import type { Shell } from '../usecases/ports.ts'
import type { PaperWidth } from './encode-receipt.ts'
import type { PrinterTransport, PrintOutcome } from './transport.ts'
import { notPrinted, perhapsPrinted, printed } from './transport.ts'

/** A printer of the operating system, reached through the shell. `printed` means that the spooler took the job; more it does not tell. */
export const systemPrinter = (name: string, widthMm: PaperWidth | 210, shell: Shell): PrinterTransport => ({
  isPrinterConnected: async () => (await shell.listPrinters()).includes(name),
  async execute(document, signal) {
    const html = await document.html()
    if (signal.aborted) return notPrinted('printer-stalled', { why: 'no-time' }, true)
    const answer = shell.systemPrint({ printerName: name, widthMm, html }).then(outcomeOf, () => lost)
    return Promise.race([answer, lostAfter(signal)])
  },
})

const lost = perhapsPrinted('printer-stalled', 'no-confirmation')

function outcomeOf(answer: Awaited<ReturnType<Shell['systemPrint']>>): PrintOutcome {
  switch (answer) {
    case 'printed':
      return printed
    case 'printer-unknown':
      return notPrinted('printer-unreachable', { why: 'not-installed' }, true)
    case 'failed':
      return notPrinted('printer-unreachable', { why: 'spooler-refused' }, true)
    case 'timed-out':
      return lost
    default:
      return assertNever(answer)
  }
}

const lostAfter = (signal: AbortSignal): Promise<PrintOutcome> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(lost), { once: true }))
