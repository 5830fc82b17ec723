import { CircleCheck, CopyCheck, GitCompareArrows, type LucideIcon, OctagonAlert, ScanLine, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { useFaultWords } from '../../ui/fault-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { lktOf } from '../../ui/states.tsx'
import { placeWord } from './line-status.ts'
import css from './said-banner.module.css'
import type { Said } from './use-counting.ts'

interface Words {
  readonly title: string
  readonly text: string
  readonly mood: 'ready' | 'good' | 'bad' | 'clash' | 'wait'
}

const icons: Record<Words['mood'], LucideIcon> = {
  ready: ScanLine,
  good: CircleCheck,
  bad: OctagonAlert,
  clash: GitCompareArrows,
  wait: CopyCheck,
}

interface SaidBannerProps {
  readonly said: Said
  /** It was scanned while the count was being signed. */
  readonly interrupted: boolean
  /** Takes the scan back. */
  readonly onTakeBack: (() => unknown) | undefined
}

/** What the last scan was, in words that are read from an arm's length. */
export function SaidBanner({ said, interrupted, onTakeBack }: SaidBannerProps) {
  const { t } = useTranslation('shipments')
  const { title, text, mood } = useWords(said)
  const Icon = said.kind === 'removed' ? Undo2 : icons[mood]
  return (
    <div className={css.said} data-mood={mood} role="status">
      <Icon aria-hidden="true" />
      <div>
        <b>{title}</b>
        <span>{text}</span>
        {interrupted && <span className={css.interrupted}>{t('said.interrupted')}</span>}
      </div>
      {onTakeBack && (
        <KeyButton className={css.back} look="quiet" hint="Alt+Delete" onClick={onTakeBack}>
          {t('count.remove')}
        </KeyButton>
      )}
    </div>
  )
}

function useWords(said: Said): Words {
  const { t } = useTranslation(['shipments', 'common'])
  const answerWords = useAnswerWords()
  const nameOf = useNameOf()
  const { sentence } = useFaultWords()
  switch (said.kind) {
    case 'nothing':
      return { title: t('count.ready'), text: t('count.readyText'), mood: 'ready' }
    case 'removed':
      return { title: t('said.removed', { name: nameOf(said.line) }), text: t('said.removedText'), mood: 'wait' }
    case 'signed':
      return { title: t('said.received', { name: nameOf(said.line) }), text: t('said.signedText'), mood: 'wait' }
    case 'failed': {
      const { code } = said.fault
      return { title: t('said.failed'), text: `${sentence(code)} ${lktOf(code)}`, mood: 'bad' }
    }
    case 'answer':
      return answerWords(said.answer)
  }
}

function useAnswerWords() {
  const { t } = useTranslation(['shipments', 'common'])
  const nameOf = useNameOf()
  const countedWords = useCountedWords()
  return (answer: Extract<Said, { kind: 'answer' }>['answer']): Words => {
    switch (answer.kind) {
      case 'counted':
        return countedWords(answer.line)
      case 'again':
        return { title: t('said.again', { name: nameOf(answer.line) }), text: t('said.againText'), mood: 'wait' }
      case 'received': {
        const text = t('said.receivedText', { staff: answer.staffName, number: answer.number })
        return { title: t('said.received', { name: nameOf(answer.line) }), text, mood: 'wait' }
      }
      case 'not-on-the-way': {
        const state = t(`common:cardState.${answer.state}`).toLowerCase()
        const title = t('said.notOnTheWay', { name: answer.ownerName })
        return { title, text: t('said.notOnTheWayText', { state }), mood: 'bad' }
      }
      case 'kitir':
        return { title: t('said.kitir'), text: t('said.kitirText', { name: answer.ownerName }), mood: 'bad' }
      case 'shipment':
        return { title: t('count.ready'), text: t('count.readyText'), mood: 'ready' }
      case 'unreadable':
        return { title: t('said.unreadable'), text: t('said.unreadableText'), mood: 'bad' }
    }
  }
}

function useCountedWords() {
  const { t } = useTranslation('shipments')
  const nameOf = useNameOf()
  return (line: ShipmentLine): Words => {
    const place = placeWord(line.place)
    if (line.cardId === null) return { title: t('said.unknown'), text: t('said.unknownText'), mood: 'clash' }
    if (line.announced) {
      const text = place ? t('said.countedText', { place }) : t('said.countedNoPlace')
      return { title: nameOf(line), text, mood: 'good' }
    }
    const text = line.ofNumber
      ? t('said.extraOf', { number: line.ofNumber, place: place ?? '–' })
      : t('said.extraAlone', { place: place ?? '–' })
    return { title: t('said.extra', { name: nameOf(line) }), text, mood: 'clash' }
  }
}

/** Whose card it is; of a label that nobody knows its text. */
export function useNameOf() {
  const { t } = useTranslation('shipments')
  return ({ ownerName, cardId, key }: ShipmentLine): string =>
    ownerName ?? (cardId === null ? t('count.unknownLabel', { label: key.slice(0, 40) }) : t('count.unknownCard'))
}
