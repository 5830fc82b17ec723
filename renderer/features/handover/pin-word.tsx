import { CircleCheck, OctagonAlert, ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PinState } from './draft.ts'
import css from './pin-step.module.css'

/** How the PIN stands, in words. */
export function PinWord({ pin, tries }: { readonly pin: PinState; readonly tries: number }) {
  const { t } = useTranslation('handover')
  switch (pin.kind) {
    case 'open':
      return null
    case 'checking':
      return <Word tone="quiet">{t('pin.checking')}</Word>
    case 'verified':
      return <Word tone="ok">{t('pin.verified')}</Word>
    case 'wrong':
      return (
        <Word tone="bad" next={t('pin.wrongNext')}>
          {t('pin.wrong', { count: pin.triesLeft })}
        </Word>
      )
    case 'locked':
      return (
        <Word tone="bad" next={t('pin.lockedNext')}>
          {t('pin.locked', { count: tries })}
        </Word>
      )
    case 'no-verifier':
      return (
        <Word tone="warn" next={t('pin.noneNext')}>
          {t('pin.none')}
        </Word>
      )
    case 'override':
      return <Word tone="warn">{t('pin.override', { name: pin.supervisorName })}</Word>
    case 'review-later':
      return (
        <Word tone="warn" next={pin.reason}>
          {t('pin.review')}
        </Word>
      )
  }
}

const icons = { ok: CircleCheck, bad: OctagonAlert, warn: ShieldAlert, quiet: CircleCheck }

interface WordProps {
  readonly tone: keyof typeof icons
  readonly next?: string
  readonly children: string
}

function Word({ tone, next, children }: WordProps) {
  const Icon = icons[tone]
  return (
    <div className={css.word} data-tone={tone} role="status">
      {tone !== 'quiet' && <Icon aria-hidden="true" />}
      <div>
        <b>{children}</b>
        {next && <span>{next}</span>}
      </div>
    </div>
  )
}
