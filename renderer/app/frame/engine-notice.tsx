import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEngineState, useSlow } from '../engine-hooks.ts'
import css from './engine-notice.module.css'

/** Calm word above everything while the engine is restarted; the screen stays as it is. */
export function EngineNotice() {
  const { t } = useTranslation('frame')
  const state = useEngineState()
  const shown = useSlow(state.kind === 'lost')
  return (
    <div className={css.place} role="status" aria-live="polite">
      {shown && (
        <div className={css.notice}>
          <RotateCw aria-hidden="true" />
          <b>{t('engine.lost')}.</b> {t('engine.lostWhy')}
        </div>
      )}
    </div>
  )
}
