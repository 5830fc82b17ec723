import { CalendarClock, CircleCheck, HandHelping, LogOut, Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './site.module.css'
import type { Step } from './use-step.ts'
import type { Asks } from './visit-dialog.tsx'

interface StepButtonsProps {
  readonly visit: VisitDetail
  readonly step: Step
  readonly enabled: boolean
  readonly onAsk: (asks: Asks) => void
}

/** Ctrl+Enter moves the person on: called, served, done; who went away, or is to be visited again, is said with a reason. */
export function StepButtons({ visit: { line }, step, enabled, onAsk }: StepButtonsProps) {
  const { t } = useTranslation('trips')
  const { state } = line
  const next = {
    waiting: { label: t('site.call'), icon: <Megaphone />, run: () => step.call(line) },
    called: { label: t('site.serve'), icon: <HandHelping />, run: () => step.serve(line) },
    serving: { label: t('site.finish'), icon: <CircleCheck />, run: () => step.leave(line, 'served') },
    left: { label: t('site.again'), icon: <Megaphone />, run: () => step.call(line) },
  }[state]
  const run = () => {
    if (!step.pending) next.run()
  }
  const away = state !== 'left'
  const gone = () => away && onAsk('gone')
  const postpone = () => away && onAsk('postponed')
  useShortcuts({ 'Control+Enter': run, 'Alt+KeyG': gone, 'Alt+KeyJ': postpone }, enabled)
  return (
    <div className={css.steps}>
      <KeyButton
        look={state === 'left' ? 'plain' : 'primary'}
        size="big"
        hint="Ctrl+Enter"
        icon={next.icon}
        aria-disabled={step.pending}
        onClick={run}
      >
        {next.label}
      </KeyButton>
      {away && (
        <>
          <KeyButton hint="Alt+G" icon={<LogOut />} onClick={gone}>
            {t('site.gone')}
          </KeyButton>
          <KeyButton hint="Alt+J" icon={<CalendarClock />} onClick={postpone}>
            {t('site.postpone')}
          </KeyButton>
        </>
      )}
    </div>
  )
}
