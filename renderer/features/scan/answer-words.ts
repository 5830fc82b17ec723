import type { TFunction } from 'i18next'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { assertNever } from '#shared/domain/result.ts'

export interface AnswerWords {
  readonly title: string
  readonly text: string
  /** good: a card to hand over; wait: nothing wrong, nothing to hand over; bad: do not hand over. */
  readonly mood: 'good' | 'wait' | 'bad'
}

type Words = TFunction<readonly ['scan', 'common']>

/** What a code turned out to be, and what to do now, in the clerk's words. `when` writes the time of the data. */
export function answerWords(result: ScanResult, t: Words, when: (at: string | null) => string): AnswerWords {
  switch (result.kind) {
    case 'cards':
      return cardsWords(result.cards, t)
    case 'no-card-yet':
      return {
        title: t('answer.noCardYet'),
        text: t('answer.noCardYetNext', { owner: result.ownerName, status: statusWord(result.status) }),
        mood: 'wait',
      }
    case 'elsewhere':
      return {
        title: t('answer.elsewhere', { unit: result.unitName }),
        text: t('answer.elsewhereNext', { owner: result.ownerName, kecamatan: result.kecamatan }),
        mood: 'wait',
      }
    case 'not-here':
      return result.asked === 'offline'
        ? {
            title: t('answer.notHereOffline'),
            text: t('answer.notHereOfflineNext', { asOf: t('common:dataAsOf', { time: when(result.dataAsOf) }) }),
            mood: 'wait',
          }
        : { title: t('answer.notHereCentre'), text: t('answer.notHereCentreNext'), mood: 'bad' }
    case 'forged':
      return { title: t('answer.forged'), text: t(forgedKeys[result.reason]), mood: 'bad' }
    case 'receipt':
      return { title: t('read'), text: t('openingReceipt', { number: result.receiptNumber }), mood: 'good' }
    case 'unknown':
      return {
        title: t('answer.unknown'),
        text: t(unknownKeys[result.reason], { characters: result.characters }),
        mood: 'bad',
      }
    default:
      return assertNever(result)
  }
}

const forgedKeys = {
  signature: 'answer.forgedSignature',
  'revoked-key': 'answer.forgedRevoked',
  'expired-key': 'answer.forgedExpired',
} as const

const unknownKeys = {
  empty: 'answer.unknownEmpty',
  'too-long': 'answer.unknownLong',
  'control-characters': 'answer.unknownControl',
  'not-an-ekitir': 'answer.unknownOther',
} as const

/** ANTRE_CETAK of the centre as a person reads it. */
export const statusWord = (status: string) => {
  const words = status.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function cardsWords(cards: readonly CardLine[], t: Words): AnswerWords {
  const [card, ...others] = cards
  if (!card) return { title: t('answer.noCards'), text: t('answer.chooseNext'), mood: 'wait' }
  if (others.length > 0)
    return { title: t('answer.choose', { count: cards.length }), text: t('answer.chooseNext'), mood: 'good' }
  const gone = card.state === 'lost' || card.state === 'damaged' || card.state === 'returned'
  const values = { owner: card.ownerName, state: t(`common:cardState.${card.state}`) }
  return gone
    ? { title: t('answer.notReady'), text: t('answer.lostNext', values), mood: 'bad' }
    : { title: t('answer.notReady'), text: t('answer.notReadyNext', values), mood: 'wait' }
}
