import { PinInput } from '@mantine/core'
import { CircleCheck, OctagonAlert, ShieldAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf, useEngineCommand } from '../../app/engine-hooks.ts'
import { useSound } from '../../app/open-code.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import type { PinState } from './draft.ts'
import css from './pin-step.module.css'
import { Step } from './step.tsx'

interface PinStepProps {
  readonly cardId: string
  readonly pin: PinState
  readonly digits: number
  readonly tries: number
  readonly onPin: (pin: PinState) => void
  readonly onOverride: () => void
}

const passed = (pin: PinState) => ['verified', 'no-verifier', 'override', 'review-later'].includes(pin.kind)

/** Step 1: the PIN of the e-Kitir, checked on this device. */
export function PinStep({ cardId, pin, digits, tries, onPin, onOverride }: PinStepProps) {
  const { t } = useTranslation('handover')
  const check = useEngineCommand('handover.check-pin')
  const sound = useSound()
  const boxes = useRef<HTMLDivElement>(null)
  const [value, setValue] = useState('')

  const complete = (entered: string) => {
    if (pin.kind === 'checking') return
    onPin({ kind: 'checking' })
    check.mutate(
      { input: { cardId, pin: entered } },
      {
        onSuccess: (answer) => {
          if (answer.outcome === 'verified') return onPin({ kind: 'verified', pinToken: answer.pinToken })
          if (answer.outcome === 'no-verifier') return onPin({ kind: 'no-verifier' })
          sound('refused')
          setValue('')
          onPin(answer.outcome === 'wrong' ? { kind: 'wrong', triesLeft: answer.triesLeft } : { kind: 'locked' })
          requestAnimationFrame(() => boxes.current?.querySelector('input')?.focus())
        },
        onError: () => {
          setValue('')
          onPin({ kind: 'open' })
        },
      },
    )
  }
  return (
    <Step number={1} state={passed(pin) ? 'done' : 'now'} title={t('pin.title')} hint={t('pin.hint')}>
      <div className={css.pinRow}>
        {(pin.kind === 'open' || pin.kind === 'wrong' || pin.kind === 'checking') && (
          <div ref={boxes} id="handover-pin">
            <PinInput
              classNames={{ root: css.pinBoxes, input: css.pinBox }}
              length={digits}
              type="number"
              mask
              placeholder=""
              oneTimeCode={false}
              autoFocus
              value={value}
              error={pin.kind === 'wrong'}
              readOnly={pin.kind === 'checking'}
              aria-label={t('pin.label')}
              getInputProps={(index) => ({ 'aria-label': `${t('pin.label')} ${index + 1}` })}
              onChange={setValue}
              onComplete={complete}
            />
          </div>
        )}
        {pin.kind === 'verified' && <Dots count={digits} />}
        <PinWord pin={pin} tries={tries} />
        {!passed(pin) && (
          <KeyButton
            id="handover-override"
            look={pin.kind === 'locked' ? 'primary' : 'ghost'}
            size="small"
            onClick={onOverride}
          >
            {pin.kind === 'locked' ? t('pin.ask') : t('pin.forgotten')}
          </KeyButton>
        )}
      </div>
      {check.isError && <FaultLine fault={faultOf(check.error)} />}
    </Step>
  )
}

function Dots({ count }: { readonly count: number }) {
  return (
    <div className={css.dots} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => at).map((at) => (
        <i key={at} />
      ))}
    </div>
  )
}

function PinWord({ pin, tries }: { readonly pin: PinState; readonly tries: number }) {
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
