import type { FilingSlipData } from '#shared/contract/engine/ekitir.ts'
import type { FilingSlip } from '#shared/domain/receipt/filing-slip.ts'

/** The slip as it crosses a boundary. */
export const slipData = (slip: FilingSlip): FilingSlipData => ({
  ...slip,
  head: [...slip.head],
  papers: slip.papers.map(({ label, how }) => ({ label, how })),
})
