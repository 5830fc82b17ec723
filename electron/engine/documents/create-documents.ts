import { join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { printableReceipt } from '../printing/printable.ts'
import type { CreateDocuments } from '../wiring.ts'
import type { SheetSize } from './proof-layout.ts'
import { proofLayout } from './proof-layout.ts'
import { signatureImage } from './signature-image.ts'

/** PDF documents in the typeface of `resourcesDir`/fonts. Nothing is read but these files, nothing is fetched. */
export const createDocuments: CreateDocuments = (resourcesDir) => {
  const fonts = { normal: font(resourcesDir, 400), bold: font(resourcesDir, 600) }
  pdfmake.setFonts({ Inter: fonts })
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  pdfmake.setUrlAccessPolicy(() => false)
  return {
    async handoverProof(receipt, signature) {
      const image = signature && signatureImage(signature)
      const { pdf, fits } = await build(printableReceipt(receipt), image, 'half')
      return fits ? pdf : (await build(printableReceipt(receipt), image, 'whole')).pdf
    },
  }
}

async function build(receipt: Receipt, image: string | null, size: SheetSize): Promise<{ pdf: Buffer; fits: boolean }> {
  let fits = true
  const layout = proofLayout(receipt, image, size, () => {
    fits = false
  })
  return { pdf: await pdfmake.createPdf(layout).getBuffer(), fits }
}

const font = (resourcesDir: string, weight: 400 | 600): string =>
  join(resourcesDir, 'fonts', `inter-latin-${weight}.ttf`)
