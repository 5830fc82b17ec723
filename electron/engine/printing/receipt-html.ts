import { toString as drawQr } from 'qrcode'
import type {
  ReceiptColumns,
  ReceiptField,
  ReceiptLine,
  ReceiptSignatures,
  ReceiptSigner,
  ReceiptText,
} from '#shared/domain/receipt/receipt-line.ts'
import { assertNever } from '#shared/domain/result.ts'

const style = `
@page { margin: 0 }
section { break-after: page } section:last-child { break-after: auto }
body { margin: 0 4mm 6mm; font: 2.8mm/1.36 "Segoe UI", Arial, "Liberation Sans", sans-serif; color: #000; overflow-wrap: anywhere }
.center { text-align: center } .tall { font-size: 3.8mm } .space { height: 1.6mm }
.box { border: .4mm solid; text-align: center; font-weight: 700; letter-spacing: .06em; padding: .8mm; margin-top: 2mm }
hr { border: 0; border-top: .25mm dashed; margin: 1.4mm 0 }
dl { margin: 0 } dt, dd { margin: 0 } dd { font-weight: 700 } .beside { display: flex } .beside dt { flex: 0 0 26% }
.signers { display: flex; gap: 3mm; text-align: center } .signers > div { flex: 1; min-width: 0 }
.room { height: 11mm; border-bottom: .25mm solid; display: flex; align-items: center; justify-content: center }
.room img { max-width: 84%; max-height: 10mm }
.code { text-align: center; margin: 2mm 0 } .code svg { width: 38mm; height: 38mm }
.foot { display: flex; gap: 3mm; align-items: center } .foot svg { width: 18mm; height: 18mm; flex: none } .above.foot { flex-direction: column; text-align: center }
`

/** The lines as a document for a printer of the operating system: one sheet after the other, nothing loaded from outside. */
export async function receiptHtml(
  lines: readonly ReceiptLine[],
  columns: ReceiptColumns,
  signature: Uint8Array | null,
  copies: number,
): Promise<string> {
  const parts = await Promise.all(lines.map((line) => element(line, columns, signature)))
  const sheet = `<section>${parts.join('\n')}</section>`
  const body = Array.from({ length: copies }, () => sheet).join('\n')
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Loket</title><style>${style}</style></head><body>${body}</body></html>`
}

async function element(line: ReceiptLine, columns: ReceiptColumns, signature: Uint8Array | null): Promise<string> {
  switch (line.kind) {
    case 'text':
      return text(line)
    case 'field':
      return field(line)
    case 'box':
      return `<div class="box">${escaped(line.text)}</div>`
    case 'code':
      return `<div class="code">${await qr(line.qr)}</div>`
    case 'rule':
      return '<hr>'
    case 'space':
      return '<div class="space"></div>'
    case 'signatures':
      return signers(line, signature)
    case 'foot':
      return `<div class="foot${columns === 32 ? ' above' : ''}">${await qr(line.qr)}<div>${line.texts.map(text).join('')}</div></div>`
    default:
      return assertNever(line)
  }
}

function text({ runs, align, size }: ReceiptText): string {
  const inner = runs.map((run) => (run.bold ? `<b>${escaped(run.text)}</b>` : escaped(run.text))).join('')
  return `<div class="${align} ${size}">${inner}</div>`
}

const field = ({ place, label, rows }: ReceiptField): string =>
  `<dl class="${place}"><dt>${escaped(label)}</dt><dd>${escaped(rows.join(' '))}</dd></dl>`

function signers({ left, right }: ReceiptSignatures, signature: Uint8Array | null): string {
  const image = signature ? `<img alt="" src="data:image/png;base64,${Buffer.from(signature).toString('base64')}">` : ''
  return `<div class="signers">${signer(left, left.instead ? left.instead.map(escaped).join('<br>') : image)}${signer(right, '')}</div>`
}

const signer = ({ heading, rows }: ReceiptSigner, image: string): string =>
  `<div>${escaped(heading)}<div class="room">${image}</div>${rows.map((row) => `<div>${escaped(row)}</div>`).join('')}</div>`

const qr = (content: string): Promise<string> => drawQr(content, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (plain: string): string => plain.replace(/[&<>"']/g, (character) => entities[character] ?? character)
