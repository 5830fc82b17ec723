import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../app/engine-hooks.ts'
import { useFormat } from '../app/format.ts'

/** `data per 09.12`, or that there is none yet. */
export function useAsOfWords(): (at: string | null | undefined) => string {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (at) => (at ? t('dataAsOf', { time: format.when(at) }) : t('noData'))
}

/** Beside the title of a list: how old what it shows may be. */
export function DataAsOf() {
  const words = useAsOfWords()
  const status = useEngineQuery('app.status', {})
  return status.data && <span className="num">{words(status.data.lastSyncAt)}</span>
}
