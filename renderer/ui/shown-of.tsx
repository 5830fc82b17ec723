import { useTranslation } from 'react-i18next'
import { useFormat } from '../app/format.ts'
import css from './shown-of.module.css'

/** Beneath a list that ends before its rows do: how many are shown of how many. Nothing where all are. */
export function ShownOf({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  if (shown >= total) return null
  return <p className={css.rest}>{t('shownOf', { shown: format.number(shown), total: format.number(total) })}</p>
}
