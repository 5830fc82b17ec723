import { PinInput } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSound } from '../../app/open-code.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import type { PinState } from './draft.ts'
import css from './pin-step.module.css'
import { PinWord } from './pin-word.tsx'
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
  const boxes = useRef<HTMLDivElement>(null)
  const { value, setValue, complete, fault } = usePinCheck(cardId, pin, onPin, boxes)
  const locked = pin.kind === 'locked'
  return (
    <Step number={1} state={passed(pin) ? 'done' : 'now'} title={t('pin.title')} hint={t('pin.hint')}>
      <div className={css.pinRow}>
        {(pin.kind === 'open' || pin.kind === 'wrong' || pin.kind === 'checking') && (
          <div ref={boxes} id="handover-pin">
            <PinBoxes pin={pin} digits={digits} value={value} onChange={setValue} onComplete={complete} />
          </div>
        )}
        {pin.kind === 'verified' && <Dots count={digits} />}
        <PinWord pin={pin} tries={tries} />
        {!passed(pin) && (
          <KeyButton id="handover-override" look={locked ? 'primary' : 'ghost'} size="small" onClick={onOverride}>
            {locked ? t('pin.ask') : t('pin.forgotten')}
          </KeyButton>
        )}
        {(locked || pin.kind === 'no-verifier') && <ReissueButton cardId={cardId} pin={pin} />}
      </div>
      {fault && <FaultLine fault={fault} />}
    </Step>
  )
}

/** An e-Kitir without a PIN, or whose PIN is locked, is made anew here. */
function ReissueButton({ cardId, pin }: Pick<PinStepProps, 'cardId' | 'pin'>) {
  const { t } = useTranslation('handover')
  const { showEkitir } = useNavigation()
  const detail = useEngineQuery('card.get', { cardId }).data
  if (!detail) return null
  const { applicationId, card } = detail
  const reason = pin.kind === 'locked' ? 'pin-forgotten' : 'no-pin'
  return (
    <KeyButton
      look="ghost"
      size="small"
      onClick={() => showEkitir({ kind: 'reissue', applicationId, ownerName: card.ownerName, reason })}
    >
      {t('pin.reissue')}
    </KeyButton>
  )
}

/** Checks a whole PIN. A wrong one empties the boxes and puts the focus back into the first. */
function usePinCheck(
  cardId: string,
  pin: PinState,
  onPin: (pin: PinState) => void,
  boxes: RefObject<HTMLDivElement | null>,
) {
  const check = useEngineCommand('handover.check-pin')
  const sound = useSound()
  const [value, setValue] = useState('')
  const refused = (state: PinState) => {
    sound('refused')
    setValue('')
    onPin(state)
    requestAnimationFrame(() => boxes.current?.querySelector('input')?.focus())
  }
  const checked = (answer: OutputOf<'handover.check-pin'>) => {
    if (answer.outcome === 'verified') return onPin({ kind: 'verified', pinToken: answer.pinToken })
    if (answer.outcome === 'no-verifier') return onPin({ kind: 'no-verifier' })
    refused(answer.outcome === 'wrong' ? { kind: 'wrong', triesLeft: answer.triesLeft } : { kind: 'locked' })
  }
  const failed = () => {
    setValue('')
    onPin({ kind: 'open' })
  }
  const complete = (entered: string) => {
    if (pin.kind === 'checking') return
    onPin({ kind: 'checking' })
    check.mutate({ input: { cardId, pin: entered } }, { onSuccess: checked, onError: failed })
  }
  return { value, setValue, complete, fault: check.isError ? faultOf(check.error) : null }
}

interface PinBoxesProps {
  readonly pin: PinState
  readonly digits: number
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onComplete: (entered: string) => void
}

function PinBoxes({ pin, digits, value, onChange, onComplete }: PinBoxesProps) {
  const { t } = useTranslation('handover')
  return (
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
      onChange={onChange}
      onComplete={onComplete}
    />
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
