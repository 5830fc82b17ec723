import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPalette } from '../../app/frame/command-palette.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import css from './code-field.module.css'

interface CodeFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly onCode: (code: string) => void
}

/** For a code that cannot be read: its number, typed. Has the focus on this screen. */
export function CodeField({ ref, onCode }: CodeFieldProps) {
  const { t } = useTranslation('scan')
  const [text, setText] = useState('')
  return (
    <form
      className={css.type}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onCode(text.trim())
      }}
    >
      <label htmlFor="code">{t('typeLabel')}</label>
      <div className={css.typeRow}>
        <input
          id="code"
          ref={ref}
          value={text}
          maxLength={600}
          placeholder={t('typePlaceholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <KeyButton type="submit" size="tall" hint="Enter">
          {t('find')}
        </KeyButton>
      </div>
      <div className={css.others}>
        <button type="button" className={css.byName} onClick={openPalette}>
          {t('orByName')} <Keys>F3</Keys>
        </button>
        <span>
          <Keys>Ctrl+V</Keys> {t('pasteHint')}
        </span>
      </div>
    </form>
  )
}
