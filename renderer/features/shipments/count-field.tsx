import { type KeyboardEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './count-field.module.css'

interface CountFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly onCode: (code: string) => void
  /** ↑ and ↓ choose a line while the field keeps the focus. */
  readonly onStep: (step: number) => void
}

/** Where labels are typed that cannot be read. Keeps the focus while counting. */
export function CountField({ ref, onCode, onStep }: CountFieldProps) {
  const { t } = useTranslation('shipments')
  const [text, setText] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    onStep(step)
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onCode(text.trim())
        setText('')
      }}
    >
      <label htmlFor="count-code">{t('count.label')}</label>
      <div className={css.row}>
        <input
          id="count-code"
          ref={ref}
          value={text}
          maxLength={600}
          placeholder={t('count.placeholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <KeyButton type="submit" size="tall" hint="Enter">
          {t('count.add')}
        </KeyButton>
      </div>
    </form>
  )
}
