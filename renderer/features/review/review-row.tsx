import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ToReview } from '#shared/contract/engine/review.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './review.module.css'

interface ReviewRowProps {
  readonly row: ToReview
  readonly at: number
  readonly onOpen: () => void
}

/** One marked hand-over: whose, by whom, and why somebody should look. */
export function ReviewRow({ row, at, onOpen }: ReviewRowProps) {
  const { t } = useTranslation(['review', 'common'])
  const format = useFormat()
  const key = at + 1
  useShortcuts({ [`Control+Digit${key}`]: onOpen }, key <= 9)
  const card = row.cardKind ? t(`common:cardKind.${row.cardKind}`) : t('card')
  return (
    <li className={css.row}>
      <div>
        <b>{t('whose', { card, owner: row.ownerName })}</b>
        <span>
          {t('by', { collector: row.collectorName, staff: row.staffName, time: format.when(row.at) })} ·{' '}
          <span className="num">{row.receiptNumber}</span>
        </span>
        <span className={css.flags}>
          {row.flags.map((flag) => (
            <StatusTag key={flag} tone="warn" icon={Flag} plain>
              {t(`flag.${flag}`)}
            </StatusTag>
          ))}
        </span>
      </div>
      <KeyButton data-review={row.handoverId} hint={key <= 9 ? `Ctrl+${key}` : undefined} onClick={onOpen}>
        {t('open')}
      </KeyButton>
    </li>
  )
}
