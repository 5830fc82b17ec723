import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Its reading half: it looks for it on the disk otherwise, where the built program has none.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { pdfParts } from './pdf-parts.ts'

/** What is used of pdf.js's page. Its own type wants a browser's canvas; outside of a browser it draws on ours just as well. */
export interface PdfPage {
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number }
  render(parameters: object): { readonly promise: Promise<unknown> }
  cleanup(): unknown
}

export interface PdfFile {
  readonly numPages: number
  getPage(at: number): Promise<PdfPage>
  close(): Promise<void>
}

/** Pictures inside with more pixels are left out. */
const maxImageSize = 60_000_000

/** Nothing is fetched, and no program in it is run. Throws pdf.js's PasswordException where it is locked, other errors where it is no PDF. */
export async function openPdf(pdf: Uint8Array): Promise<PdfFile> {
  const loading = getDocument({
    data: Uint8Array.from(pdf),
    verbosity: 0,
    maxImageSize,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    useSystemFonts: false,
    ...pdfParts(),
  })
  try {
    const file = await loading.promise
    return {
      numPages: file.numPages,
      getPage: async (at) => (await file.getPage(at)) as unknown as PdfPage,
      close: () => loading.destroy(),
    }
  } catch (cause) {
    await loading.destroy()
    throw cause
  }
}
