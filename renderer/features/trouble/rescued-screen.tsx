import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './trouble-screen.module.css'
import type { Rescued } from './trouble-screen.tsx'

/** What came of it, to be read before the work goes on. */
export function RescuedScreen({ done, onGo }: { readonly done: Rescued; readonly onGo: () => void }) {
  const { t } = useTranslation('keeping')
  const format = useFormat()
  const good = done.enrolled && done.lostCount === 0 && done.lostFiles === 0
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <div className={css.head} data-good={good} role="status">
          {good ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          <div>
            <h1>{done.enrolled ? t('done.title') : t('done.notEnrolled')}</h1>
            {good && <p>{t('done.lostNone')}</p>}
            {!done.enrolled && <p>{t('done.notEnrolledText')}</p>}
          </div>
        </div>
        <dl className={css.facts}>
          <div>
            <dt>{t('done.waiting')}</dt>
            <dd>{format.number(done.waiting)}</dd>
          </div>
          {done.lostCount > 0 && (
            <div>
              <dt>{t('done.lost')}</dt>
              <dd>
                {format.number(done.lostCount)}. {t('done.lostNumbers', { numbers: done.lost })}
              </dd>
            </div>
          )}
          {done.lostFiles > 0 && (
            <div>
              <dt>{t('done.files')}</dt>
              <dd>{format.number(done.lostFiles)}</dd>
            </div>
          )}
        </dl>
        <KeyButton
          look="primary"
          size="big"
          hint="Enter"
          className={css.submit}
          onClick={onGo}
          ref={(button) => button?.focus()}
        >
          {t('done.go')}
        </KeyButton>
      </div>
    </main>
  )
}
