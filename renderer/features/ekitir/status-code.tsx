import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './ekitir.module.css'

interface StatusCodeProps {
  readonly first: string
  /** It came with a scan: looked up without asking. */
  readonly immediately: boolean
  readonly busy: boolean
  readonly onLook: (code: string) => void
}

/** The number of an e-Kitir, typed; a code that was scanned fills it. */
export function StatusCode({ first, immediately, busy, onLook }: StatusCodeProps) {
  const { t } = useTranslation('ekitir')
  const [code, setCode] = useState(first)
  useEffect(() => setCode(first), [first])
  const latest = useRef({ first, immediately, onLook })
  useEffect(() => {
    const { first, immediately, onLook } = latest.current
    if (immediately) onLook(first)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '' && !busy) onLook(code)
  }
  return (
    <form onSubmit={submit}>
      <label className={css.field} htmlFor="status-code">
        <span>{t('status.code')}</span>
        <input
          id="status-code"
          value={code}
          maxLength={512}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={immediately ? undefined : true}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={code.trim() === '' || busy}>
          {t('status.look')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
