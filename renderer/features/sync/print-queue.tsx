import { useTranslation } from 'react-i18next'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import { useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './sync.module.css'

const tones: Record<PrintJob['state'], Tone> = {
  waiting: 'wait',
  printing: 'move',
  printed: 'ok',
  failed: 'bad',
  unknown: 'warn',
  cancelled: 'wait',
}
const open = ['waiting', 'printing', 'failed', 'unknown']
const recent = 5

/** What waits for paper: first what needs a person, then the last few that went well. */
export function PrintQueue() {
  const { t } = useTranslation('sync')
  const jobs = useEngineQuery('print.list', {}).data ?? []
  const waiting = jobs.filter(({ state }) => open.includes(state))
  const done = jobs.filter(({ state }) => !open.includes(state)).slice(0, recent)
  return (
    <section className={css.section} aria-labelledby="prints">
      <div className={panel.head}>
        <h2 id="prints">
          {t('prints.title')} <span className={panel.count}>{waiting.length}</span>
        </h2>
      </div>
      <div className={panel.panel}>
        {jobs.length === 0 && <EmptyState mood="good" title={t('prints.none')} />}
        <ul className={css.list}>
          {[...waiting, ...done].map((job) => (
            <PrintRow key={job.jobId} job={job} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function PrintRow({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation(['sync', 'faults'])
  const format = useFormat()
  const time = format.when(job.printedAt)
  const title = job.kind === 'test' ? t('sync:prints.test') : job.title
  return (
    <li className={css.print}>
      <div className={css.printText}>
        <b>
          {title}
          {job.copy > 0 && ` · ${t('sync:prints.copy', { count: job.copy })}`}
        </b>
        <StatusTag tone={tones[job.state]} plain>
          {t(`sync:prints.state.${job.state}`, { time })}
        </StatusTag>
        {job.fault && <p className={css.sub}>{t(`faults:${job.fault.code}.title`)}</p>}
      </div>
      <PrintActions job={job} />
    </li>
  )
}

function PrintActions({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation('sync')
  const retry = useEngineCommand('print.retry')
  const cancel = useEngineCommand('print.cancel')
  const input = { jobId: job.jobId }
  if (!['waiting', 'failed', 'unknown'].includes(job.state)) return null
  const unsure = job.state === 'unknown'
  return (
    <>
      <KeyButton size="small" onClick={() => retry.mutate({ input })}>
        {t(unsure ? 'prints.again' : 'prints.retry')}
      </KeyButton>
      <KeyButton size="small" look="ghost" onClick={() => cancel.mutate({ input })}>
        {t(unsure ? 'prints.fine' : 'prints.cancel')}
      </KeyButton>
    </>
  )
}
