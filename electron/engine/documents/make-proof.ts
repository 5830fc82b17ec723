import { join } from 'node:path'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { printableReceipt } from '../printing/printable.ts'
import type { SheetSize } from './proof-layout.ts'
import { proofLayout } from './proof-layout.ts'
import { signatureImage } from './signature-image.ts'

/** One A4 proof to be made; `resourcesDir`: absolute folder of the fonts; `signature`: PNG bytes. */
export interface ProofOrder {
  readonly resourcesDir: string
  readonly receipt: ReceiptData
  readonly signature: Uint8Array | null
}

/** The proof as PDF. Nothing is read but the fonts, nothing is fetched. Takes a tenth of a second and more: never on the engine's own loop. */
export async function makeProof({ resourcesDir, receipt, signature }: ProofOrder): Promise<Uint8Array> {
  const maker = await loadMaker({ normal: font(resourcesDir, 400), bold: font(resourcesDir, 600) })
  const image = signature && signatureImage(signature)
  const { pdf, fits } = await build(maker, printableReceipt(receipt), image, 'half')
  return fits ? pdf : (await build(maker, printableReceipt(receipt), image, 'whole')).pdf
}

type PdfMaker = typeof import('pdfmake')

async function loadMaker(fonts: { normal: string; bold: string }): Promise<PdfMaker> {
  const { default: maker } = await import('pdfmake')
  maker.setFonts({ Inter: fonts })
  maker.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  maker.setUrlAccessPolicy(() => false)
  return maker
}

async function build(
  maker: PdfMaker,
  receipt: Receipt,
  image: string | null,
  size: SheetSize,
): Promise<{ pdf: Buffer; fits: boolean }> {
  let fits = true
  const layout = proofLayout(receipt, image, size, () => {
    fits = false
  })
  return { pdf: await maker.createPdf(layout).getBuffer(), fits }
}

const font = (resourcesDir: string, weight: 400 | 600): string =>
  join(resourcesDir, 'fonts', `inter-latin-${weight}.ttf`)
