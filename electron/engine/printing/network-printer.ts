import { PrinterLine } from './printer-line.ts'
import type { PrinterStatus } from './printer-status.ts'
import { doneQuestion, isPaperOut, paperQuestion, statusOf, statusQuestions } from './printer-status.ts'
import type { PrinterTransport, PrintOutcome } from './transport.ts'
import { notPrinted, perhapsPrinted, printed } from './transport.ts'

export interface NetworkPrinterTimes {
  /** How long a printer may take to answer what it is asked. Many never do. */
  readonly answerMs: number
  /** How often paper is asked for while the printer works. */
  readonly pollMs: number
}

const usualTimes: NetworkPrinterTimes = { answerMs: 500, pollMs: 700 }

/**
 * Raw printing over TCP (port 9100). That the operating system took the bytes proves nothing, so the end must be confirmed: by the printer's
 * answer where it talks, by its closing after us where it does not. A printer that does neither leaves the outcome unknown.
 */
export const networkPrinter = (host: string, port: number, times = usualTimes): PrinterTransport => ({
  async isPrinterConnected() {
    const line = await PrinterLine.open(host, port, AbortSignal.timeout(3000))
    line?.close()
    return line !== null
  },
  async execute(document, signal) {
    const bytes = document.bytes()
    const line = await PrinterLine.open(host, port, signal)
    if (!line) return notPrinted('printer-unreachable', { why: 'no-connection' }, true)
    try {
      return await converse(line, bytes, times, signal)
    } finally {
      line.close()
    }
  },
})

async function converse(
  line: PrinterLine,
  bytes: Buffer,
  times: NetworkPrinterTimes,
  signal: AbortSignal,
): Promise<PrintOutcome> {
  const status = await askStatus(line, times.answerMs, signal)
  if (line.state !== 'open') return notPrinted('printer-unreachable', { why: 'closed' }, true)
  if (signal.aborted) return notPrinted('printer-stalled', { why: 'no-time' }, true)
  const hindrance = status && hindranceOf(status)
  if (hindrance) return hindrance
  if (!(await line.send(bytes, signal))) {
    return line.state === 'open'
      ? notPrinted('printer-stalled', { why: 'not-reading' }, false)
      : perhapsPrinted('printer-unreachable', 'closed-in-the-middle')
  }
  return status ? await confirmedByAnswer(line, times.pollMs, signal) : await confirmedByClosing(line, signal)
}

async function askStatus(line: PrinterLine, answerMs: number, signal: AbortSignal): Promise<PrinterStatus | null> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(answerMs)])
  await line.send(statusQuestions, soon)
  await line.until(() => line.answers().realTime.length >= 3 || line.state !== 'open', soon)
  return statusOf(line.answers().realTime)
}

function hindranceOf(status: PrinterStatus): PrintOutcome | null {
  if (status.paperOut) return notPrinted('printer-out-of-paper', undefined, true)
  if (status.coverOpen) return notPrinted('printer-stalled', { why: 'cover-open' }, true)
  if (status.error) return notPrinted('printer-stalled', { why: 'error' }, true)
  if (status.offline) return notPrinted('printer-stalled', { why: 'offline' }, true)
  return null
}

/** GS r is answered in turn, after the paper; DLE EOT meanwhile tells whether the printer has run out of it. */
async function confirmedByAnswer(line: PrinterLine, pollMs: number, signal: AbortSignal): Promise<PrintOutcome> {
  line.forget()
  await line.send(doneQuestion, signal)
  while (!signal.aborted) {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(pollMs)])
    await line.until(
      () => line.answers().done || line.answers().realTime.some(isPaperOut) || line.state !== 'open',
      soon,
    )
    const { done, realTime } = line.answers()
    if (done) return printed
    if (realTime.some(isPaperOut)) return perhapsPrinted('printer-out-of-paper', 'in-the-middle')
    if (line.state !== 'open') return perhapsPrinted('printer-unreachable', 'closed-in-the-middle')
    await line.send(paperQuestion, soon)
  }
  return perhapsPrinted('printer-stalled', 'no-confirmation')
}

/** A printer that never talks closes its side once it has read to the end of ours. */
async function confirmedByClosing(line: PrinterLine, signal: AbortSignal): Promise<PrintOutcome> {
  line.finish()
  await line.until(() => line.state !== 'open', signal)
  if (line.state === 'ended') return printed
  return line.state === 'broken'
    ? perhapsPrinted('printer-unreachable', 'closed-in-the-middle')
    : perhapsPrinted('printer-stalled', 'no-confirmation')
}
