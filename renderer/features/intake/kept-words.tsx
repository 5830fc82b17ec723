import { CloudOff, Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useFaultWords } from '../../ui/fault-words.ts'
import type { Kept } from './draft-keeper.ts'
import css from './fill-side.module.css'

/** That nothing is lost, or that it is not kept and why. */
export function KeptWords({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  const faults = useFaultWords()
  if (kept.state === 'untouched') return null
  if (kept.state === 'failed')
    return (
      <span className={css.kept} role="alert">
        <CloudOff aria-hidden="true" /> {t('kept.failed')} {faults.sentence(kept.code)}
      </span>
    )
  return (
    <span className={css.kept} data-state={kept.state}>
      <Save aria-hidden="true" />{' '}
      {kept.state === 'kept' ? t('kept.at', { time: format.time(kept.at) }) : t('kept.typing')}
    </span>
  )
}
