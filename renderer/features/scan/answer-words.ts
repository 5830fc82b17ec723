import type { TFunction } from 'i18next'
import type { CardElsewhere, ScanResult } from '#shared/contract/engine/scan.ts'
import { type CardLine, cardState } from '#shared/contract/engine/values.ts'
import { faultCodes } from '#shared/contract/errors.ts'
import { assertNever } from '#shared/domain/result.ts'

export interface AnswerWords {
  readonly title: string
  readonly text: string
  /** good: a card to hand over; wait: nothing wrong, nothing to hand over; bad: do not hand over. */
  readonly mood: 'good' | 'wait' | 'bad'
}

type Words = TFunction<readonly ['scan', 'common', 'faults']>
type When = (at: string | null) => string

/** What a code turned out to be, and what to do now, in the clerk's words. `when` writes a time. */
export function answerWords(result: ScanResult, t: Words, when: When): AnswerWords {
  switch (result.kind) {
    case 'cards':
      return cardsWords(result.cards, t)
    case 'no-card-yet':
      return { title: t('answer.noCardYet'), text: noCardYet(result, t), mood: 'wait' }
    case 'application':
      return {
        title: t('answer.application', { service: result.serviceName }),
        text: t(result.signed === 'key-unknown' ? 'answer.keyUnknown' : 'answer.applicationNext'),
        mood: 'good',
      }
    case 'kitir-replaced':
      return { title: t('answer.replaced'), text: replacedText(result.replacedAt, t, when), mood: 'bad' }
    case 'elsewhere':
      return elsewhereWords(result.cards, t, when)
    case 'not-pulled-yet':
      return {
        title: t('answer.notPulledYet'),
        text: t('answer.notPulledYetNext', { number: result.kitirNumber }),
        mood: 'wait',
      }
    case 'not-here':
      return notHereWords(result, t, when)
    case 'forged':
      return { title: t('answer.forged'), text: t(forgedKeys[result.reason]), mood: 'bad' }
    case 'receipt':
      return { title: t('read'), text: t('openingReceipt', { number: result.receiptNumber }), mood: 'good' }
    case 'shipment':
      return { title: t('read'), text: t('openingShipment', { number: result.number }), mood: 'good' }
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

function noCardYet({ ownerName, status }: Extract<ScanResult, { kind: 'no-card-yet' }>, t: Words): string {
  const values = { status: statusWord(status) }
  return ownerName ? t('answer.noCardYetNext', { ...values, owner: ownerName }) : t('answer.noCardYetUnnamed', values)
}

const replacedText = (at: string | null, t: Words, when: When) =>
  at === null ? t('answer.replacedUndated') : t('answer.replacedNext', { time: when(at) })

const forAdmin: ReadonlySet<string> = new Set(['device-quarantined', 'protocol-too-old'])

function notHereWords(result: Extract<ScanResult, { kind: 'not-here' }>, t: Words, when: When): AnswerWords {
  const asOf = t('common:dataAsOf', { time: when(result.dataAsOf) })
  if (result.asked === 'centre')
    return { title: t('answer.notHereCentre'), text: t('answer.notHereCentreNext'), mood: 'bad' }
  if (!result.fault)
    return { title: t('answer.notHereOffline'), text: t('answer.notHereOfflineNext', { asOf }), mood: 'wait' }
  const { code } = result.fault
  const values = { asOf, trouble: t(`faults:${code}.title`), code: faultCodes[code].lkt }
  const text = forAdmin.has(code) ? t('answer.notAskedAdmin', values) : t('answer.notAskedNext', values)
  return { title: t('answer.notAsked'), text, mood: 'wait' }
}

/** A card of another unit: only one that is ready may be collected there. */
function elsewhereWords(cards: readonly CardElsewhere[], t: Words, when: When): AnswerWords {
  const [card, ...others] = cards
  if (!card || others.length > 0) return manyElsewhere(cards, t)
  const { ownerName: owner, unitName: unit, kecamatan } = card
  const values = { owner, unit, kecamatan, state: stateWord(card.state, t) }
  if (card.state === 'ready')
    return { title: t('answer.elsewhere', values), text: t('answer.elsewhereNext', values), mood: 'wait' }
  if (card.state === 'handed-over') {
    const time = card.handedOverAt && when(card.handedOverAt)
    const text = time ? t('answer.elsewhereGivenNext', { owner, time }) : t('answer.elsewhereGivenUndated', { owner })
    return { title: t('answer.elsewhereGiven', values), text, mood: 'bad' }
  }
  return gone.has(card.state)
    ? { title: t('answer.elsewhereBad', values), text: t('answer.elsewhereBadNext', values), mood: 'bad' }
    : { title: t('answer.elsewhereWaits', values), text: t('answer.elsewhereWaitsNext', values), mood: 'wait' }
}

function manyElsewhere(cards: readonly CardElsewhere[], t: Words): AnswerWords {
  const lines = cards.map(({ kind, ownerName, state, unitName: unit }) => {
    const card = `${t(`common:cardKind.${kind}`)} ${ownerName}`
    return t('answer.elsewhereOne', { card, state: stateWord(state, t), unit })
  })
  const some = cards.some(({ state }) => state === 'ready')
  const next = some ? t('answer.elsewhereManyReady') : t('answer.elsewhereManyNone')
  return { title: t('answer.elsewhereMany', { count: cards.length }), text: [...lines, next].join(' '), mood: 'wait' }
}

/** A state as the office calls it; one that only the centre knows as it is written there. */
function stateWord(state: string, t: Words): string {
  const known = cardState.safeParse(state)
  return known.success ? t(`common:cardState.${known.data}`) : statusWord(state)
}

const gone: ReadonlySet<string> = new Set(['lost', 'damaged', 'returned'])

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
  if (!card) return { title: t('answer.noCards'), text: t('answer.noCardsNext'), mood: 'wait' }
  if (others.length > 0)
    return { title: t('answer.choose', { count: cards.length }), text: t('answer.chooseNext'), mood: 'good' }
  const values = { owner: card.ownerName, state: t(`common:cardState.${card.state}`) }
  return gone.has(card.state)
    ? { title: t('answer.notReady'), text: t('answer.lostNext', values), mood: 'bad' }
    : { title: t('answer.notReady'), text: t('answer.notReadyNext', values), mood: 'wait' }
}
