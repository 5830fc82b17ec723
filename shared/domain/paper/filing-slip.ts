import type { FilingSlip } from '../receipt/filing-slip.ts'
import type { PaperBase } from './paper-base.ts'

/** Tanda terima berkas on A4, where there is no receipt printer. */
export interface FilingSlipPaper extends PaperBase {
  readonly kind: 'filing-slip'
  readonly slip: FilingSlip
  /** Only while the citizen's original comes out; null: none is printed. */
  readonly pin: string | null
}

export const filingSlipPaper = (slip: FilingSlip, pin: string | null): FilingSlipPaper => ({
  kind: 'filing-slip',
  head: slip.head,
  unitLine: slip.unitLine,
  town: '',
  at: slip.at,
  zone: slip.zone,
  free: slip.free,
  callCentre: slip.callCentre,
  slip,
  pin,
})
