import { CircleCheck, CircleDot, FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationStatusShown } from '#shared/contract/engine/status.ts'
import { filingStatuses } from '#shared/domain/filing/filing-status.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { ClockTimeline } from '../../ui/clock-timeline.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './ekitir.module.css'
import { ResultView } from './result-view.tsx'

interface StatusPageProps {
  readonly status: ApplicationStatusShown
  readonly onAgain?: () => void
}

/** In large type, to be turned to the citizen: what was filed, where it stands, when it is promised, where it is. */
export function StatusPage({ status, onAgain }: StatusPageProps) {
  const [result, setResult] = useState<string | null>(null)
  if (result !== null)
    return <ResultView applicationId={status.applicationId} sha256={result} onBack={() => setResult(null)} />
  return <Standings status={status} onAgain={onAgain} onResult={setResult} />
}

interface StandingsProps extends Pick<StatusPageProps, 'status'> {
  readonly onAgain: (() => void) | undefined
  readonly onResult: (sha256: string) => void
}

function Standings({ status, onAgain, onResult }: StandingsProps) {
  const { t } = useTranslation('ekitir')
  const format = useFormat()
  useShortcuts(onAgain ? { 'Alt+KeyN': onAgain } : {})
  return (
    <article className={css.status}>
      <header>
        <h2 tabIndex={-1} data-autofocus>
          {status.serviceName}
        </h2>
        <p className="num">
          {status.applicantName} · {status.kitirNumber} · {t('status.filed')} {format.dayTime(status.filedAt)}
        </p>
        {status.kngNumber && <p className="num">{t('status.kng', { number: status.kngNumber })}</p>}
        {status.unitName && <p className={css.note}>{t('status.from', { unit: status.unitName })}</p>}
      </header>
      <Standing status={status} />
      {status.results.length > 0 && (
        <section>
          <h3>{t('status.results')}</h3>
          <div className={css.results}>
            {status.results.map(({ sha256, title }) => (
              <KeyButton key={sha256} icon={<FileText aria-hidden="true" />} onClick={() => onResult(sha256)}>
                {title}
              </KeyButton>
            ))}
          </div>
        </section>
      )}
      {status.steps.length > 0 && <Course steps={status.steps} />}
      {status.clock && status.clockSteps.length > 0 && (
        <section>
          <h3>{t('status.promise')}</h3>
          <ClockTimeline steps={status.clockSteps} />
        </section>
      )}
      <footer className={css.statusFoot}>
        <span className={css.hint}>{t('status.dataAsOf', { time: format.when(status.dataAsOf) })}</span>
        {onAgain && (
          <KeyButton hint="Alt+N" onClick={onAgain}>
            {t('status.again')}
          </KeyButton>
        )}
      </footer>
    </article>
  )
}

const known: ReadonlySet<string> = new Set(filingStatuses)

/** A status in the citizen's words; one that is not known here as it is written there. */
export function useStatusWord() {
  const { t } = useTranslation('ekitir')
  return (status: string) =>
    known.has(status) ? t(`status.word.${status as (typeof filingStatuses)[number]}`) : status.replaceAll('_', ' ')
}

function Standing({ status }: Pick<StatusPageProps, 'status'>) {
  const { t } = useTranslation(['ekitir', 'common'])
  const format = useFormat()
  const word = useStatusWord()
  const { expectedAt, collectAt, cards } = status
  return (
    <section className={css.standing}>
      <p className={css.now}>{word(status.status)}</p>
      {expectedAt && <p>{t('status.expected', { time: format.dayTime(expectedAt) })}</p>}
      {collectAt && <p>{t('status.collect', { unit: collectAt })}</p>}
      {cards.map(({ cardId, kind, state, unitName }) => (
        <p key={cardId}>
          <StatusTag tone={state === 'ready' ? 'ok' : 'move'}>
            {t(`common:cardKind.${kind}`)} · {t(`common:cardState.${state}`)} · {unitName}
          </StatusTag>
        </p>
      ))}
    </section>
  )
}

function Course({ steps }: Pick<ApplicationStatusShown, 'steps'>) {
  const { t } = useTranslation('ekitir')
  const format = useFormat()
  const word = useStatusWord()
  return (
    <section>
      <h3>{t('status.course')}</h3>
      <ol className={css.course}>
        {steps.map(({ stepId, status, at, note }, index) => (
          <li key={stepId} data-last={index === steps.length - 1}>
            {index === steps.length - 1 ? <CircleDot aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
            <span>
              <b>{word(status)}</b> <small>{format.dayTime(at)}</small>
              {note && <q>{note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
