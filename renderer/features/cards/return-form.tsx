import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import css from './move-form.module.css'
import { MoveForm } from './move-form.tsx'
import { MovingCards } from './moving-cards.tsx'
import type { StockFormProps } from './stock-form-props.ts'
import { useMove } from './use-move.ts'

/** Kembalikan ke Dinas: not collected for too long, damaged or misprinted; with a berita acara, shown at once. */
export function ReturnForm({ cards, onDone }: StockFormProps) {
  const { t } = useTranslation(['cards', 'common'])
  const { showPaper } = useNavigation()
  const move = useMove('returned', cards, ({ actId }) => {
    onDone()
    showPaper({ kind: 'return-record', id: actId })
  })
  return (
    <MoveForm move={move} action={t('act.returned')} ready actFirst onSubmit={() => void move.move({})}>
      <p className={css.lead}>
        {t('return.lead', { count: move.may.length })} <b className="num">{move.nextNumber}</b>
      </p>
      <MovingCards
        may={move.may}
        left={move.left}
        note={(card) =>
          card.state === 'damaged' ? t('common:cardState.damaged') : t('days', { count: card.ageDays ?? 0 })
        }
      />
    </MoveForm>
  )
}
