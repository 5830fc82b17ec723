import type { Fault } from '#shared/contract/errors.ts'

/**
 * How a job ended. `failed`: no whole receipt came out; `again` says that nothing at all did, so that it may be tried again by itself.
 * `unknown`: the bytes went out, but nothing told that paper came of them: a person looks.
 */
export type PrintOutcome =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'failed'; readonly fault: Fault; readonly again: boolean }
  | { readonly outcome: 'unknown'; readonly fault: Fault }

/** A job in the form that the way to the printer wants. */
export interface PrintDocument {
  /** ESC/POS. */
  bytes(): Buffer
  /** A whole document without scripts or outside references. */
  html(): Promise<string>
}

/** One way to reach a printer. Never throws for what the world does; ends soon after `signal` is aborted. */
export interface PrinterTransport {
  isPrinterConnected(): Promise<boolean>
  execute(document: PrintDocument, signal: AbortSignal): Promise<PrintOutcome>
}

export const printed: PrintOutcome = { outcome: 'printed' }

export const notPrinted = (code: Fault['code'], details: Fault['details'], again: boolean): PrintOutcome => ({
  outcome: 'failed',
  fault: details ? { code, details } : { code },
  again,
})

export const perhapsPrinted = (code: Fault['code'], why: string): PrintOutcome => ({
  outcome: 'unknown',
  fault: { code, details: { why } },
})
