import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './ekitir.module.css'

/** The PIN, large, for the citizen's eyes; gone from this window as soon as it is not shown any more. */
export function PinShown({ kitirId, onDone }: { readonly kitirId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('ekitir')
  const shown = useEngineQuery('ekitir.show-pin', { kitirId })
  const queries = useQueryClient()
  useEffect(() => () => queries.removeQueries({ queryKey: ['ekitir.show-pin'] }), [queries])
  const { act, fault } = useAct('ekitir.pin-noted', () => {
    showToast({ title: t('slip.forgotten') })
    onDone()
  })
  if (shown.isError) return <FaultLine fault={shown.error.fault} />
  return (
    <div className={css.acts}>
      <output className={css.pin}>{shown.data?.pin}</output>
      <p className={css.note}>{t('slip.notedHint')}</p>
      <KeyButton look="primary" onClick={once(() => act({ kitirId }))}>
        {t('slip.noted')}
      </KeyButton>
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
