import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './move-form.module.css'
import { MoveForm } from './move-form.tsx'
import { MovingCards } from './moving-cards.tsx'
import type { StockFormProps } from './stock-form-props.ts'
import { useMove } from './use-move.ts'

/** As many as one list may hold. */
const mostListed = 480

/** Ingatkan: these owners were told that their card waits. */
export function RemindForm({ cards, onDone }: StockFormProps) {
  const { t } = useTranslation('cards')
  const move = useMove('reminded', cards, onDone)
  const { showPaper } = useNavigation()
  const list = () => {
    const cardIds = move.may.slice(0, mostListed).map(({ card }) => card.cardId)
    if (cardIds.length > 0) showPaper({ kind: 'reminder-list', cardIds })
  }
  useShortcuts({ 'Control+p': list })
  return (
    <MoveForm
      move={move}
      action={t('act.reminded')}
      ready
      actFirst
      beside={
        <KeyButton hint="Ctrl+P" icon={<ListChecks />} aria-disabled={move.may.length === 0} onClick={list}>
          {t('remind.list')}
        </KeyButton>
      }
      onSubmit={() => void move.move({})}
    >
      <p className={css.lead}>{t('remind.lead', { count: move.may.length })}</p>
      <MovingCards
        may={move.may}
        left={move.left}
        note={(card) => (card.ageDays === null ? '' : t('days', { count: card.ageDays }))}
      />
    </MoveForm>
  )
}
