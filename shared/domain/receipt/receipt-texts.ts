import { assertNever } from '../result.ts'
import { paperDay } from './paper-date.ts'
import type { Receipt } from './receipt.ts'
import { words } from './words.ts'

/** Dasar: by what right the collector was given the card, and how far the PIN was checked. */
export const basisText = ({ basis }: Receipt): string => `${rightText(basis)}, ${words.pin[basis.pin]}`

function rightText({ kind, proxyLetter, onList }: Receipt['basis']): string {
  switch (kind) {
    case 'self':
      return words.self
    case 'family':
      return words.family
    case 'guardian':
      return words.guardian
    case 'mobile-team':
      return words.mobileTeam
    case 'proxy':
      if (proxyLetter && onList) return words.listLetter(proxyLetter.number, paperDay(proxyLetter.date))
      return proxyLetter ? words.proxyLetter(proxyLetter.number, paperDay(proxyLetter.date)) : words.proxy
    default:
      return assertNever(kind)
  }
}

/** Ditarik: the old card, the police letter that stands for it, or that there is none. Always printed. */
export function withdrawnText({ oldCard, cardKind, issueReason }: Receipt): string {
  switch (oldCard.kind) {
    case 'withdrawn':
      return words.oldCard(words.card[cardKind], words.oldCardWhy[issueReason])
    case 'police-letter':
      return words.policeLetter(oldCard.number, paperDay(oldCard.date), oldCard.station)
    case 'none':
      return issueReason === 'new' || issueReason === 'age-17' ? words.noOldCardNew : words.noOldCard
    default:
      return assertNever(oldCard)
  }
}
