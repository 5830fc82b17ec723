import type { Receipt } from '#shared/domain/receipt/receipt.ts'

/** Upper half of code page 850 (ESC t 2), which every receipt printer of the trade knows. Undrawn cells are spaces. */
const codePage850 = new Set(
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»ÁÂÀ©¢¥ãÃðÐÊËÈÍÎÏÓßÔÒõÕµþÞÚÛÙýÝ¯´±¾¶§÷¸°¨·¹³²',
)

/** Letters that do not fall apart into a base and an accent, and the signs that word processors put in. */
const substitutes: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʻ: "'",
  ʼ: "'",
  ʾ: "'",
  ʿ: "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '€': 'EUR',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  ŋ: 'ng',
  ə: 'e',
}

/** The text in characters that the printer has: as it is, by its substitute, without its accents, or as `?`. */
export const printable = (text: string): string => [...text.normalize('NFC')].map(printableCharacter).join('')

function printableCharacter(character: string): string {
  if (isPrintable(character)) return character
  const substitute = substitutes[character]
  if (substitute !== undefined) return substitute
  if (/[\p{Cc}\p{Z}]/u.test(character)) return ' '
  if (/\p{Cf}/u.test(character)) return ''
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return base !== character && [...base].every(isPrintable) ? base : '?'
}

const isPrintable = (character: string): boolean => (character >= ' ' && character <= '~') || codePage850.has(character)

/** The receipt with every text printable. Done before the lines are broken, because a substitute may be longer. */
export const printableReceipt = (receipt: Receipt): Receipt => ({
  ...receipt,
  head: receipt.head.map(printable),
  unitLine: printable(receipt.unitLine),
  number: printable(receipt.number),
  ownerName: printable(receipt.ownerName),
  kitirNumber: printable(receipt.kitirNumber),
  collectorName: printable(receipt.collectorName),
  relation: printable(receipt.relation),
  basis: {
    ...receipt.basis,
    proxyLetter: receipt.basis.proxyLetter && {
      ...receipt.basis.proxyLetter,
      number: printable(receipt.basis.proxyLetter.number),
    },
  },
  oldCard:
    receipt.oldCard.kind === 'police-letter'
      ? { ...receipt.oldCard, number: printable(receipt.oldCard.number), station: printable(receipt.oldCard.station) }
      : receipt.oldCard,
  statement: printable(receipt.statement),
  free: printable(receipt.free),
  callCentre: printable(receipt.callCentre),
  staffName: printable(receipt.staffName),
  staffCode: printable(receipt.staffCode),
  ...(receipt.onList && { onList: printable(receipt.onList) }),
  ...(receipt.ended && { ended: { ...receipt.ended, reason: printable(receipt.ended.reason) } }),
})
