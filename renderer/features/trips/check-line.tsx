import { CircleCheck, CircleHelp, OctagonAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Check } from '#shared/domain/trip/readiness.ts'
import { KeyButton } from '../../ui/key-button.tsx'

interface CheckLineProps {
  readonly check: Check
  readonly said: string
  readonly repair: () => void
}

const icons = { ok: CircleCheck, bad: OctagonAlert, unknown: CircleHelp }

/** One thing that was looked at: how it is, and what mends it. */
export function CheckLine({ check: { kind, state }, said, repair }: CheckLineProps) {
  const { t } = useTranslation('trips')
  const Icon = icons[state]
  return (
    <li data-state={state} data-check={kind}>
      <Icon aria-hidden="true" />
      <b>{t(`ready.check.${kind}`)}</b>
      <span className="num">
        <span className="visually-hidden">{t(`ready.mark.${state}`)}: </span>
        {said}
      </span>
      {(state !== 'ok' || kind === 'cards') && (
        <KeyButton size="small" onClick={repair}>
          {t(`ready.repair.${kind}`)}
        </KeyButton>
      )}
    </li>
  )
}
