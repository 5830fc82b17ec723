import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import { printableReceipt } from '../printing/printable.ts'
import { build, loadMaker } from './pdf-maker.ts'
import { proofLayout } from './proof-layout.ts'
import { signatureImage } from './signature-image.ts'

/** One A4 proof to be made; `resourcesDir`: absolute folder of the fonts; `signature`: PNG bytes. */
export interface ProofOrder {
  readonly resourcesDir: string
  readonly receipt: ReceiptData
  readonly signature: Uint8Array | null
}

/** The proof as PDF. Takes a tenth of a second and more: never on the engine's own loop. */
export async function makeProof({ resourcesDir, receipt, signature }: ProofOrder): Promise<Uint8Array> {
  const printable = printableReceipt(receipt)
  const image = signature && signatureImage(signature)
  return build(await loadMaker(resourcesDir), (size, tooTall) => proofLayout(printable, image, size, tooTall))
}
