import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type {
  ReceiptColumns,
  ReceiptField,
  ReceiptFoot,
  ReceiptLine,
  ReceiptSignatures,
  ReceiptSigner,
  ReceiptText,
} from '#shared/domain/receipt/receipt-line.ts'
import { labelColumns } from '#shared/domain/receipt/receipt-line.ts'
import { assertNever } from '#shared/domain/result.ts'
import type { Raster } from './raster.ts'
import { rasterOf } from './raster.ts'

/** Dots of one character of font A at 203 dpi. */
const dotsPerColumn = 12
const signatureDots = 88
const signatureMargin = 20
const qrCellDots = 6

const initialise = Buffer.from([0x1b, 0x40])
/** Printers of the Chinese trade start in two-byte mode, where an accented letter would swallow its neighbour. */
const oneBytePerCharacter = Buffer.from([0x1c, 0x2e])
const tightLines = 24
const feedDots = (dots: number): Buffer => Buffer.from([0x1b, 0x4a, dots])

interface Sheet {
  readonly printer: ThermalPrinter
  readonly columns: ReceiptColumns
  readonly signature: Uint8Array | null
}

/** One sheet as ESC/POS bytes with a partial cut at its end. Texts must be printable (see printable.ts) and fit the columns. */
export function encodeLines(
  lines: readonly ReceiptLine[],
  columns: ReceiptColumns,
  signature: Uint8Array | null,
): Buffer {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: '',
    width: columns,
    breakLine: BreakLine.NONE,
  })
  printer.add(initialise)
  printer.add(oneBytePerCharacter)
  printer.setCharacterSet(CharacterSet.PC850_MULTILINGUAL)
  for (const line of lines) addLine({ printer, columns, signature }, line)
  printer.partialCut({ verticalTabAmount: 1 })
  return printer.getBuffer()
}

function addLine(sheet: Sheet, line: ReceiptLine): void {
  switch (line.kind) {
    case 'text':
      addText(sheet.printer, line)
      break
    case 'field':
      addField(sheet.printer, line)
      break
    case 'box':
      addBox(sheet, line.text)
      break
    case 'code':
      addCode(sheet, line.qr)
      break
    case 'rule':
      sheet.printer.drawLine()
      break
    case 'space':
      sheet.printer.add(feedDots(15))
      break
    case 'signatures':
      addSignatures(sheet, line)
      break
    case 'foot':
      addFoot(sheet.printer, line)
      break
    default:
      assertNever(line)
  }
}

function addText(printer: ThermalPrinter, { runs, align, size }: ReceiptText): void {
  if (align === 'center') printer.alignCenter()
  if (size === 'tall') printer.setTextDoubleHeight()
  for (const run of runs) addRun(printer, run.text, run.bold)
  printer.newLine()
  if (size === 'tall') printer.setTextNormal()
  if (align === 'center') printer.alignLeft()
}

function addRun(printer: ThermalPrinter, text: string, bold: boolean): void {
  if (bold) printer.bold(true)
  printer.print(text)
  if (bold) printer.bold(false)
}

function addField(printer: ThermalPrinter, { place, label, rows }: ReceiptField): void {
  if (place === 'above') {
    printer.println(label)
    for (const row of rows) addRow(printer, row)
    printer.add(feedDots(6))
  } else {
    rows.forEach((row, at) => {
      printer.print((at === 0 ? label : '').padEnd(labelColumns))
      addRow(printer, row)
    })
  }
}

function addRow(printer: ThermalPrinter, row: string): void {
  addRun(printer, row, true)
  printer.newLine()
}

/** Line spacing is closed up while the frame is drawn, so that its sides join. */
function addBox({ printer, columns }: Sheet, text: string): void {
  const inner = columns - 2
  printer.setLineSpacing(tightLines)
  printer.println(`┌${'─'.repeat(inner)}┐`)
  printer.setTextDoubleHeight()
  printer.bold(true)
  printer.println(`│${centred(text, inner)}│`)
  printer.bold(false)
  printer.setTextNormal()
  printer.println(`└${'─'.repeat(inner)}┘`)
  printer.resetLineSpacing()
}

function addSignatures({ printer, signature }: Sheet, { left, right, gap }: ReceiptSignatures): void {
  const besides = (ofLeft: string, ofRight: string) =>
    printer.println(`${centred(ofLeft, left.columns)}${' '.repeat(gap)}${centred(ofRight, right.columns)}`.trimEnd())
  besides(left.heading, right.heading)
  if (left.instead) {
    printer.add(feedDots(signatureMargin))
    for (const row of left.instead) besides(row, '')
  } else addSignature(printer, left, signature)
  besides('_'.repeat(left.columns), '_'.repeat(right.columns))
  for (let at = 0; at < Math.max(left.rows.length, right.rows.length); at++) {
    besides(left.rows[at] ?? '', right.rows[at] ?? '')
  }
}

/** The drawing stands on the line: that line's underscores are drawn at the foot of the next row, close beneath. */
function addSignature(printer: ThermalPrinter, { columns }: ReceiptSigner, signature: Uint8Array | null): void {
  const width = Math.floor((columns * dotsPerColumn) / 8) * 8
  const raster = signature && rasterOf(signature, width, signatureDots, signatureMargin)
  printer.add(raster ? rasterImage(raster) : feedDots(signatureDots))
}

/** GS v 0: the one way to print dots that old and cheap printers know too. */
function rasterImage({ bytesPerRow, height, bits }: Raster): Buffer {
  const size = [bytesPerRow & 0xff, bytesPerRow >> 8, height & 0xff, height >> 8]
  return Buffer.concat([Buffer.from([0x1d, 0x76, 0x30, 0, ...size]), bits])
}

/** As large as the paper takes: what is scanned later, by whatever camera there is. */
function addCode({ printer, columns }: Sheet, qr: string): void {
  printer.alignCenter()
  printer.printQR(qr, { cellSize: columns === 32 ? 6 : 7, correction: 'M', model: 2 })
  printer.alignLeft()
  printer.add(feedDots(10))
}

function addFoot(printer: ThermalPrinter, { qr, texts }: ReceiptFoot): void {
  printer.add(feedDots(6))
  printer.alignCenter()
  printer.printQR(qr, { cellSize: qrCellDots, correction: 'M', model: 2 })
  printer.add(feedDots(10))
  printer.alignLeft()
  for (const text of texts) addText(printer, { ...text, align: 'center' })
}

function centred(text: string, columns: number): string {
  const before = Math.floor((columns - text.length) / 2)
  return text.padStart(text.length + before).padEnd(columns)
}
