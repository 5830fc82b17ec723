import type { FilingSlip } from './filing-slip.ts'
import { slipWords } from './filing-slip-words.ts'
import { paperTime } from './paper-date.ts'
import type { ReceiptColumns, ReceiptLine } from './receipt-line.ts'
import { fields, texts } from './row-parts.ts'
import { words } from './words.ts'
import { wrap } from './wrap.ts'

const rule = { kind: 'rule' } as const
const space = { kind: 'space' } as const

/**
 * Layout C in lines that fit the columns. `pin` is printed on the citizen's original alone: whatever is given for another sheet is left out. Pure: the
 * same slip always gives the same lines.
 */
export function filingSlipLines(slip: FilingSlip, pin: string | null, columns: ReceiptColumns): readonly ReceiptLine[] {
  return [
    ...(slip.copy > 0 ? [{ kind: 'box', text: words.copy(slip.copy) } as const, space] : []),
    ...headLines(slip, columns),
    { kind: 'code', qr: slip.code },
    ...pinLines(slip, pin, columns),
    rule,
    ...fields(slipFacts(slip), columns),
    rule,
    ...paperLines(slip, columns),
    rule,
    ...fields(slipEnd(slip), columns),
    space,
    ...bringLines(slip, columns),
    rule,
    ...footLines(slip, columns),
  ]
}

/** May this sheet bear the PIN? */
export const bearsPin = ({ copyFor, copy }: Pick<FilingSlip, 'copyFor' | 'copy'>): boolean =>
  copyFor === 'citizen' && copy === 0

/** What was filed, by whom. */
export const slipFacts = (slip: FilingSlip): readonly (readonly [string, string])[] => [
  [words.time, paperTime(slip.at, slip.zone)],
  // A sheet that was queued before there was one has none.
  ...(slip.kngNumber ? [[slipWords.kngNumber, slip.kngNumber] as const] : []),
  ...(slip.replaces === null ? [] : [[slipWords.replaces, slip.replaces] as const]),
  [slipWords.service, slip.serviceName],
  [slipWords.applicant, slip.applicantName],
  ...(slip.applicantNikMasked === null ? [] : [[words.nik, slip.applicantNikMasked] as const]),
  ...(slip.subjectName === null ? [] : [[slipWords.subject, slip.subjectName] as const]),
]

/** When and where it ends. */
export const slipEnd = (slip: FilingSlip): readonly (readonly [string, string])[] => [
  [slipWords.expected, expectedText(slip)],
  ...(slip.collectAt === null ? [] : [[slipWords.collect, slip.collectAt] as const]),
  [slipWords.officer, `${slip.staffName} (${slip.staffCode})`],
]

function expectedText({ expectedAt, zone, formalWorkingDays }: FilingSlip): string {
  if (expectedAt !== null) return slipWords.estimate(paperTime(expectedAt, zone))
  return formalWorkingDays === null ? slipWords.byStatus : slipWords.formal(formalWorkingDays)
}

/** What is said about the PIN beneath it, or in its place. */
export const pinSaying = (slip: FilingSlip, pin: string | null): string | null => {
  if (slip.copyFor === 'office') return null
  return pin !== null && bearsPin(slip) ? slipWords.pinCare : slipWords.noPin
}

function headLines(slip: FilingSlip, columns: number): readonly ReceiptLine[] {
  const centred = (text: string, bold = false) => texts(text, columns, { align: 'center', bold })
  return [
    ...slip.head.flatMap((line, at) => centred(line, at === 0)),
    ...centred(slip.unitLine),
    space,
    ...texts(slipWords.title, columns, { align: 'center', bold: true, size: 'tall' }),
    ...centred(slipWords.sheet[slip.copyFor]),
    space,
    ...texts(slip.number, columns, { align: 'center', bold: true, size: 'tall' }),
    space,
  ]
}

function pinLines(slip: FilingSlip, pin: string | null, columns: number): readonly ReceiptLine[] {
  const saying = pinSaying(slip, pin)
  if (saying === null) return []
  const box = pin !== null && bearsPin(slip) ? [{ kind: 'box', text: slipWords.pin(pin) } as const] : []
  return [...box, ...texts(saying, columns, { align: 'center' })]
}

/** What is said where no papers are listed: of an e-Kitir made anew for an application of KNG they are not known here. */
export const noPapersSaying = ({ replaces }: FilingSlip): string =>
  replaces === null ? slipWords.noPapers : slipWords.papersBefore

function paperLines(slip: FilingSlip, columns: number): readonly ReceiptLine[] {
  const { papers } = slip
  if (papers.length === 0) return texts(`${slipWords.papers}: ${noPapersSaying(slip).toLowerCase()}`, columns)
  return [
    ...texts(slipWords.papers, columns, { bold: true }),
    ...papers.flatMap(({ label, how }) => item(`${label} (${slipWords.how[how]})`, columns)),
  ]
}

/** A dash, and the rows that follow stand in from it. */
function item(text: string, columns: number): readonly ReceiptLine[] {
  return wrap(text, columns - 2).map((row, at) => ({
    kind: 'text',
    runs: [{ text: `${at === 0 ? '- ' : '  '}${row}`, bold: false }],
    align: 'left',
    size: 'normal',
  }))
}

function bringLines(slip: FilingSlip, columns: number): readonly ReceiptLine[] {
  const bring: readonly string[] = slipWords.bring[slip.result]
  if (slip.result === 'document') return texts(slipWords.document, columns)
  return [...texts(slipWords.bringHead, columns, { bold: true }), ...bring.flatMap((one) => item(one, columns))]
}

function footLines(slip: FilingSlip, columns: number): readonly ReceiptLine[] {
  return [
    ...texts(slipWords.status, columns),
    ...texts(slip.free, columns),
    ...texts(`${words.callCentre} ${slip.callCentre}`, columns, { bold: true }),
    ...texts(slipWords.privacy, columns),
    ...(slip.offline ? texts(words.offline, columns, { bold: true }) : []),
  ]
}
