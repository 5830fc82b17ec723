import { PinInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusRead } from '#shared/contract/engine/status.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './ekitir.module.css'

type Asked = Extract<StatusRead, { outcome: 'pin-needed' | 'wrong' }>

const digits = 6

/** Typed by the citizen: masked, checked with the last digit. */
export function StatusPin({ answer, onPin }: { readonly answer: Asked; readonly onPin: (pin: string) => void }) {
  const { t } = useTranslation('ekitir')
  const boxes = useRef<HTMLDivElement>(null)
  const [value, setValue] = useState('')
  // Each answer empties the boxes and asks again.
  useEffect(() => {
    if (!answer) return undefined
    setValue('')
    // After the scanner has given the focus back to the field that its burst went through.
    const frame = requestAnimationFrame(() => boxes.current?.querySelector<HTMLInputElement>('[inputmode]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [answer])
  const { kitirNumber } = answer
  const label = t('status.pin', { number: kitirNumber })
  const wrong = answer.outcome === 'wrong'
  return (
    <div className={css.pinAsked} ref={boxes}>
      <b>{label}</b>
      {answer.outcome === 'pin-needed' && answer.signed === 'key-unknown' && (
        <StatusTag tone="warn">{t('status.unverified')}</StatusTag>
      )}
      <PinInput
        classNames={{ root: css.pinBoxes, input: css.pinBox }}
        length={digits}
        type="number"
        mask
        placeholder=""
        oneTimeCode={false}
        value={value}
        error={wrong}
        aria-label={label}
        getInputProps={(index) => ({ 'aria-label': `${label} ${index + 1}` })}
        onChange={setValue}
        onComplete={onPin}
      />
      <span className={css.hint} role={wrong ? 'alert' : undefined} data-wrong={wrong}>
        <Tries answer={answer} />
      </span>
    </div>
  )
}

/** How many tries are left; those of another unit's are counted at the centre. */
function Tries({ answer: { outcome, triesLeft, unitName } }: { readonly answer: Asked }) {
  const { t } = useTranslation('ekitir')
  const wrong = outcome === 'wrong'
  if (triesLeft !== null) return t(wrong ? 'status.wrong' : 'status.pinHint', { count: triesLeft })
  return wrong ? t('status.wrongElsewhere') : t('status.pinElsewhere', { unit: unitName ?? '' })
}
