import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from '../../ui/notice-line.module.css'
import { useEngineQuery } from '../engine-hooks.ts'
import { useFormat } from '../format.ts'
import { useMoveWords } from './use-move-words.ts'

/** That this computer is to move to another office, and after what; or that it came from one, for a day. */
export function MoveLine() {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const wordsOf = useMoveWords()
  const status = useEngineQuery('app.status', {}).data
  const words = status ? wordsOf(status) : null
  const moved = status?.moved ?? null
  return (
    <div role="status">
      {words && <Line title={`${words.title} ${words.why}`} />}
      {!words && moved && (
        <Line
          title={t('moved.title', { from: moved.fromName, device: moved.fromDevice })}
          more={t('moved.erased', { rows: format.number(moved.rows) })}
        />
      )}
    </div>
  )
}

function Line({ title, more }: { readonly title: string; readonly more?: string }) {
  return (
    <div className={css.line}>
      <ArrowRightLeft aria-hidden="true" />
      <span className={css.words}>
        <b>{title}</b> {more}
      </span>
    </div>
  )
}
