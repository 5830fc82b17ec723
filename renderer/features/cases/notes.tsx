import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useFormat } from '../../app/format.ts'
import css from './notes.module.css'

/** What the clerks were asked and said, oldest first. */
export function Notes({ notes }: Pick<CaseShown, 'notes'>) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  if (notes.length === 0) return null
  return (
    <section className={css.notes} aria-label={t('notes.title')}>
      <h3>{t('notes.title')}</h3>
      <ol>
        {notes.map(({ noteId, kind, text, at, staffName, deviceCode }) => (
          <li key={noteId}>
            <b>{t(`notes.${kind}`)}</b>
            <p>{text}</p>
            <small>{t('notes.by', { name: staffName, device: deviceCode, time: format.dateTime(at) })}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
