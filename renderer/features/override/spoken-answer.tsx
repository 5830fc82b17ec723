import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './answer-dialog.module.css'

interface SpokenAnswerProps {
  /** Eight digits. */
  readonly answer: string
  readonly validUntil: string
  readonly onAgain: () => void
}

/** The digits to read out, large and in groups; gone when they are worth nothing any more. */
export function SpokenAnswer({ answer, validUntil, onAgain }: SpokenAnswerProps) {
  const { t } = useTranslation('override')
  const format = useFormat()
  const expired = useExpired(validUntil)
  return (
    <>
      {expired ? (
        <p className={css.expired} role="alert">
          {t('expired')}
        </p>
      ) : (
        <div className={css.answer} role="status">
          <small>{t('readOut')}</small>
          <strong>{answer.replace(/(\d{2})(?=\d)/g, '$1 ')}</strong>
          <span>{t('validUntil', { time: format.time(validUntil) })}</span>
        </div>
      )}
      <div className={css.acts}>
        <KeyButton onClick={onAgain} autoFocus>
          {t('another')}
        </KeyButton>
      </div>
    </>
  )
}

function useExpired(at: string): boolean {
  const [expired, setExpired] = useState(() => Date.parse(at) <= Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setExpired(true), Math.max(0, Date.parse(at) - Date.now()))
    return () => clearTimeout(timer)
  }, [at])
  return expired
}
