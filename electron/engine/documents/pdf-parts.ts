import { fileURLToPath } from 'node:url'

/** Built, pdf.js is one file with ours, and what it reads lies in `pdf/` beside it (scripts/build/build-app.ts); as source it lies in its package. */
const folder = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./', import.meta.resolve('pdfjs-dist/package.json'))
    : new URL('./pdf/', import.meta.url)

const at = (name: string): string => fileURLToPath(new URL(`${name}/`, folder()))

/** Typefaces that PDFs may take for granted, and decoders of scanned pictures: without them such pages come out empty. */
export const pdfParts = () => ({ standardFontDataUrl: at('standard_fonts'), wasmUrl: at('wasm') })
