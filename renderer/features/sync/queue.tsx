import { HandHelping } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ActType } from '#shared/domain/act/acts.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './queue.module.css'

type Row = OutputOf<'sync.overview'>['queue'][number]

/** What an act is called. */
export function useActName() {
  const { t } = useTranslation(['sync', 'common'])
  return (type: string, kind: Row['cardKind'] = null) => {
    const name = kind ? t(`common:cardKind.${kind}`) : ''
    if (type === 'handover.undo') return t('queueType.undo', { kind: name }).trim()
    if (type.startsWith('handover')) return t('queueType.handover', { kind: name }).trim()
    if (type.startsWith('receipt')) return t('queueType.reprint')
    const act = isNamed(type) ? actWords[type] : null
    return act ? t(`queueType.${act}`) : t('queueType.other', { type })
  }
}

/** Acts by the name under which they are sent. */
const actWords = {
  'shipment.receive': 'receive',
  'shipment.dispatch': 'dispatch',
  'blanks.move': 'blanks',
  'card.move': 'cards',
  'old-card.move': 'oldCards',
  'handover.review': 'review',
  'case.settle': 'settle',
  'case.note': 'caseNote',
  'claim.note': 'claim',
  'claim.decide': 'claimDecision',
  'complaint.file': 'complaint',
  'complaint.answer': 'complaintAnswer',
  'complaint.withdraw': 'complaintWithdrawn',
  'question.answer': 'questionAnswer',
  'question.assign': 'questionAssign',
  'question.close': 'questionClose',
  'question.reopen': 'questionReopen',
  'question.transfer': 'questionTransfer',
  'assistance.record': 'assistance',
  'assistance.withdraw': 'assistanceWithdrawn',
  'incident.register': 'incident',
  'incident.end': 'incidentEnd',
  'incident.withdraw': 'incidentWithdrawn',
  'trip.plan': 'tripPlan',
  'trip.start': 'tripStart',
  'trip.close': 'tripClose',
  'visit.open': 'visitOpen',
  'visit.change': 'visitChange',
  'visit.leave': 'visitLeave',
  'shift.open': 'shiftOpen',
  'shift.close': 'shiftClose',
  'application.file': 'application',
  'application.repair': 'applicationRepaired',
  'application.withdraw': 'applicationWithdrawn',
  'ekitir.reissue': 'kitirReissued',
} as const satisfies Partial<Record<ActType, string>>

const isNamed = (type: string): type is keyof typeof actWords => Object.hasOwn(actWords, type)

/** Acts that wait for the centre, in the order they were done. */
export function Queue({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('sync')
  return (
    <section>
      <div className={panel.head}>
        <h2>
          {t('queue')} <span className={panel.count}>{rows.length}</span>
        </h2>
        <span className={panel.caption}>{rows.length > 1 && t('queueHint')}</span>
      </div>
      <div className={panel.panel}>
        {rows.length === 0 && <p className={panel.quiet}>{t('queueNone')}</p>}
        {rows.slice(0, 20).map((row) => (
          <QueueRow key={row.commandId} row={row} />
        ))}
      </div>
    </section>
  )
}

function QueueRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const nameOf = useActName()
  return (
    <div className={css.queueRow}>
      <span className={`${panel.caption} num`}>{format.number(row.seq)}</span>
      <HandHelping aria-hidden="true" />
      <span className={css.wide}>
        <b>{nameOf(row.type, row.cardKind)}</b>
        <small>{[row.place?.replaceAll(' ', '-'), row.ownerName].filter(Boolean).join(' · ')}</small>
      </span>
      {row.state === 'will-clash' ? (
        <StatusTag tone="clash" plain>
          {t('queueState.will-clash')}
        </StatusTag>
      ) : (
        <span className={panel.caption}>{row.state === 'sending' ? t('queueState.sending') : format.age(row.at)}</span>
      )}
    </div>
  )
}
