import { join } from 'node:path'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { printableReceipt } from '../printing/printable.ts'
import type { CreateDocuments } from '../wiring.ts'
import type { SheetSize } from './proof-layout.ts'
import { proofLayout } from './proof-layout.ts'
import { signatureImage } from './signature-image.ts'

/**
 * PDF documents in the typeface of `resourcesDir`/fonts. Nothing is read but these files, nothing is fetched. The library is loaded with the
 * first document: it is large, and a counter may start a hundred times without one.
 */
export const createDocuments: CreateDocuments = (resourcesDir) => {
  const fonts = { normal: font(resourcesDir, 400), bold: font(resourcesDir, 600) }
  let loading: Promise<PdfMaker> | null = null
  return {
    async handoverProof(receipt, signature) {
      loading ??= loadMaker(fonts)
      const maker = await loading
      const image = signature && signatureImage(signature)
      const { pdf, fits } = await build(maker, printableReceipt(receipt), image, 'half')
      return fits ? pdf : (await build(maker, printableReceipt(receipt), image, 'whole')).pdf
    },
  }
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
