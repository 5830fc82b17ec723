import { localTime } from '../receipt/paper-date.ts'
import type { Paper } from './paper.ts'
import { paperWords } from './words.ts'

/** Title as it stands above the text, in capitals. */
export function paperTitle(paper: Exclude<Paper, { kind: 'label-sheet' }>): string {
  switch (paper.kind) {
    case 'shipment-record':
      return paperWords.shipment.title[paper.direction]
    case 'old-card-record':
      return paperWords.oldCards.title[paper.outcome]
    case 'statement':
      return paper.title
    default:
      return paperWords.titles[paper.kind]
  }
}

/** `berita-acara-penerimaan-kartu-0012-BAP-3578071004-02-2026.pdf`: kind and number, or the day where there is none; never a name. */
export function paperFileName(paper: Paper): string {
  if (paper.kind === 'label-sheet') return `${paperWords.labels.file}-${paper.labels.length}.pdf`
  const number = 'number' in paper ? paper.number : paper.kind === 'filing-slip' ? paper.slip.number : null
  const copies = paper.kind === 'compensation-receipt' ? paper.copy : paper.kind === 'filing-slip' ? paper.slip.copy : 0
  const copy = copies > 0 ? `-salinan-${copies}` : ''
  return `${slug(paperTitle(paper).toLowerCase())}-${slug(number ?? localTime(paper.at, paper.zone).day)}${copy}.pdf`
}

const slug = (text: string): string => text.replace(/[^0-9A-Za-z.-]+/g, '-').slice(0, 120)
