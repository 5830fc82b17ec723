import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './answer-banner.module.css'
import { type AnswerWords, answerWords } from './answer-words.ts'

const icons = { good: CircleCheck, wait: Hourglass, bad: CircleAlert }

/** A sentence over the viewfinder, with at most a few ways on. */
export function Banner({ words, children }: { readonly words: AnswerWords; readonly children?: React.ReactNode }) {
  const Icon = icons[words.mood]
  return (
    <div className={css.banner} data-mood={words.mood} role="status">
      <Icon aria-hidden="true" />
      <div className={css.bannerText}>
        <b>{words.title}</b>
        <span>{words.text}</span>
      </div>
      {children && <div className={css.bannerActions}>{children}</div>}
    </div>
  )
}

interface AnswerProps {
  readonly result: ScanResult
  readonly onCard: (cardId: string) => void
  readonly onClose: () => void
}

/** What was scanned, when it did not lead straight on: a choice of cards, or why not and what now. */
export function Answer({ result, onCard, onClose }: AnswerProps) {
  const { t } = useTranslation(['scan', 'common', 'faults'])
  const format = useFormat()
  const cards = result.kind === 'cards' ? result.cards : []
  const choices = cards.length > 1 ? cards.slice(0, 6) : cards
  useShortcuts(Object.fromEntries(choices.map((card, at) => [`Control+Digit${at + 1}`, () => onCard(card.cardId)])))
  const words = answerWords(result, t, (at) => format.when(at))
  return (
    <Banner
      words={
        result.kind === 'cards' && result.signed === 'key-unknown' ? { ...words, text: t('answer.keyUnknown') } : words
      }
    >
      {choices.map((card, at) => (
        <KeyButton
          key={card.cardId}
          look="dark"
          size="small"
          hint={`Ctrl+${at + 1}`}
          onClick={() => onCard(card.cardId)}
        >
          <CardChoice card={card} />
        </KeyButton>
      ))}
      <KitirActs result={result} />
      <KeyButton look="dark" size="small" hint="Esc" onClick={onClose}>
        {t('again')}
      </KeyButton>
    </Banner>
  )
}

/** What can be done with an e-Kitir that has no card: its status, or another one with a PIN. */
function KitirActs({ result }: Pick<AnswerProps, 'result'>) {
  const { t } = useTranslation('scan')
  const { showEkitir } = useNavigation()
  const status = result.kind === 'application' ? () => showEkitir({ kind: 'status', code: result.kitirNumber }) : null
  const of =
    result.kind === 'no-card-yet' && result.applicationId
      ? { applicationId: result.applicationId, ownerName: result.ownerName ?? result.kitirNumber }
      : null
  const reissue = of && (() => showEkitir({ kind: 'reissue', ...of, reason: 'no-pin' }))
  useShortcuts({ ...(status && { 'Alt+KeyS': status }), ...(reissue && { 'Alt+KeyT': reissue }) })
  return (
    <>
      {status && (
        <KeyButton look="dark" size="small" hint="Alt+S" onClick={status}>
          {t('answer.openStatus')}
        </KeyButton>
      )}
      {reissue && (
        <KeyButton look="dark" size="small" hint="Alt+T" onClick={reissue}>
          {t('answer.reissue')}
        </KeyButton>
      )}
    </>
  )
}

function CardChoice({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('common')
  return (
    <>
      {t(`cardKind.${card.kind}`)} · {card.ownerName} · {t(`cardState.${card.state}`)}
    </>
  )
}
