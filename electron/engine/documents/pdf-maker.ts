import { join } from 'node:path'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

type PdfMaker = typeof import('pdfmake')

/** The library with the typeface of `resourcesDir`/fonts. Nothing is read but the fonts, nothing is fetched. */
export async function loadMaker(resourcesDir: string): Promise<PdfMaker> {
  const { default: maker } = await import('pdfmake')
  const fonts = { normal: font(resourcesDir, 400), bold: font(resourcesDir, 600) }
  maker.setFonts({ Inter: fonts })
  maker.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  maker.setUrlAccessPolicy(() => false)
  return maker
}

const font = (resourcesDir: string, weight: 400 | 600): string =>
  join(resourcesDir, 'fonts', `inter-latin-${weight}.ttf`)

/** `half`: two sheets on one page, with a line to cut along; `whole`: a page for each. */
export type SheetSize = 'half' | 'whole'

/** A layout says through `tooTall` that its sheet does not fit on half a page; then it is asked again for whole ones. */
export type Layout = (size: SheetSize, tooTall: () => void) => TDocumentDefinitions

export async function build(maker: PdfMaker, layout: Layout): Promise<Buffer> {
  let fits = true
  const half = layout('half', () => {
    fits = false
  })
  const pdf = await maker.createPdf(half).getBuffer()
  return fits ? pdf : maker.createPdf(layout('whole', () => {})).getBuffer()
}
