import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useFaultWords } from '../../ui/fault-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './exception-row.module.css'

const tones: Record<PrintJob['state'], Tone> = {
  waiting: 'wait',
  printing: 'move',
  printed: 'ok',
  failed: 'bad',
  unknown: 'warn',
  cancelled: 'wait',
}
const open: ReadonlySet<PrintJob['state']> = new Set(['waiting', 'printing', 'failed', 'unknown'])

/** Prints that still need something: they survive a restart, and tell the truth about paper that may not have come. */
export function PrintQueue() {
  const { t } = useTranslation('sync')
  const prints = useEngineQuery('print.list', {})
  const jobs = (prints.data ?? []).filter(({ state }) => open.has(state))
  return (
    <section>
      <div className={panel.head}>
        <h2>
          {t('prints')} <span className={panel.count}>{jobs.length}</span>
        </h2>
        <span className={panel.caption}>{jobs.length > 0 && t('printsHint')}</span>
      </div>
      <div className={panel.panel}>
        {jobs.length === 0 && <p className={panel.quiet}>{t('printsNone')}</p>}
        {jobs.map((job) => (
          <JobRow key={job.jobId} job={job} />
        ))}
      </div>
    </section>
  )
}

function JobRow({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation('sync')
  const faults = useFaultWords()
  const engine = useEngine()
  const [fault, setFault] = useState<Fault | null>(null)
  const act = (name: 'print.retry' | 'print.cancel') =>
    void engine.call(name, { jobId: job.jobId }).then(
      () => setFault(null),
      (error: unknown) => setFault(faultOf(error)),
    )
  const failed = job.fault && faults.sentence(job.fault.code)
  const unknown = job.state === 'unknown'
  const why = unknown ? t('print.asked') : failed
  return (
    <div className={css.exception}>
      <div className={css.grow}>
        <JobHead job={job} />
        {why && <span className={css.text}>{why}</span>}
        {fault && <FaultLine fault={fault} />}
      </div>
      {job.state !== 'printing' && (
        <>
          <KeyButton onClick={() => act('print.cancel')}>{unknown ? t('print.cameOut') : t('print.cancel')}</KeyButton>
          <KeyButton onClick={() => act('print.retry')}>{unknown ? t('print.notOut') : t('print.retry')}</KeyButton>
        </>
      )}
    </div>
  )
}

function JobHead({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { showReceipt } = useNavigation()
  const { handoverId } = job
  const title = t(`print.${job.kind}`, { number: job.receiptNumber ?? '', copy: job.copy })
  return (
    <>
      <div className={css.kind}>
        <StatusTag tone={tones[job.state]} icon={Printer} plain>
          {t(`print.state.${job.state}`)}
        </StatusTag>
        <span className={panel.caption}>
          {format.when(job.queuedAt)} · {t('print.attempts', { count: job.attempts })}
        </span>
      </div>
      {handoverId ? (
        <button type="button" className={css.title} onClick={() => showReceipt(handoverId)}>
          {title}
        </button>
      ) : (
        <b>{title}</b>
      )}
    </>
  )
}
