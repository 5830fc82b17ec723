import { pageOrigin } from './page-origin.ts'

/** Who asked for a port, as Electron tells it. */
export interface Asking {
  readonly sender: unknown
  readonly senderFrame: { readonly url: string } | null
}

/** The way to the engine is for the one window of this program alone, and for its own page in it: no other window, no frame of another address. */
export const mayHavePort = ({ sender, senderFrame }: Asking, page: unknown): boolean =>
  page !== undefined && sender === page && (senderFrame?.url.startsWith(`${pageOrigin}/`) ?? false)
