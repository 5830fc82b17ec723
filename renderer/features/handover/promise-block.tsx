import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './promise-block.module.css'

const dayInSeconds = 86_400

/** How the promise of 1x24 hours stood when the card came to the shelf. */
export function PromiseBlock({ promise }: { readonly promise: CardLine['promise'] }) {
  const { t } = useTranslation(['handover', 'common'])
  const format = useFormat()
  if (promise.kind !== 'late' && promise.kind !== 'on-time') return null
  const late = promise.kind === 'late'
  const share = late ? 1 : Math.min(1, promise.usedSeconds / dayInSeconds)
  return (
    <div className={css.promise}>
      <div>
        <span>{t('owner.promise')}</span>
        <StatusTag tone={late ? 'bad' : 'ok'} plain>
          {late
            ? t('common:promise.late', { duration: format.duration(promise.secondsLate) })
            : t('common:promise.on-time')}
        </StatusTag>
      </div>
      <div className={css.bar} data-late={late} aria-hidden="true">
        <i style={{ width: `${Math.max(4, share * 100)}%` }} />
      </div>
      <small>
        {late
          ? t('owner.limit', { time: format.dateTime(promise.dueAt) })
          : t('owner.usedIn', { duration: format.duration(promise.usedSeconds) })}
      </small>
    </div>
  )
}
