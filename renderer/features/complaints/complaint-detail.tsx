import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark, StatusTag } from '../../ui/status-tag.tsx'
import css from './detail.module.css'
import { ReplyDialog } from './reply-dialog.tsx'
import { StandingTag } from './state-tag.tsx'

type Complaint = OutputOf<'complaint.get'>

/** One complaint with all that was said about it. */
export function ComplaintDetail({ complaintId }: { readonly complaintId: string }) {
  const complaint = useEngineQuery('complaint.get', { complaintId })
  const slow = useSlow(complaint.isPending)
  if (complaint.isError) return <ErrorState fault={complaint.error.fault} />
  if (!complaint.data) return <SkeletonRows rows={6} shown={slow} />
  return <Shown key={complaintId} complaint={complaint.data} />
}

function Shown({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { line, text, staffName, staffCode, answers, withdrawn, others } = complaint
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{line.complainantName}</h2>
          <p className="num">
            {t(`who.${line.complainantKind}`)} · {t(`subject.${line.subject}`)} · {line.number}
          </p>
        </div>
        <StandingTag state={line.standing.state} />
      </header>
      <Deadline complaint={complaint} />
      <Actions complaint={complaint} />
      <h3>{t('file.text')}</h3>
      <p className={css.text}>{text}</p>
      <p className={css.note}>
        {t('filedBy', { when: format.when(line.filedAt), name: staffName, code: staffCode })} ·{' '}
        {t('about', { number: line.kitirNumber })} · <CentreMark centre={line.centre} />
      </p>
      {withdrawn && (
        <p className={css.note}>
          {t('withdrawnBy', { when: format.when(withdrawn.at), name: withdrawn.staffName, reason: withdrawn.reason })}
        </p>
      )}
      {answers.length > 0 && <Answers answers={answers} />}
      {answers.length === 0 && !withdrawn && <Ladder complaint={complaint} />}
      {others.length > 0 && <Others others={others} />}
    </>
  )
}

function Deadline({ complaint: { line } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { dueAt, reached, state } = line.standing
  const open = state === 'open' || state === 'due-soon' || state === 'late'
  if (!open || dueAt === null) return null
  return (
    <div className={css.standing}>
      <p className={css.figure} data-late={state === 'late'}>
        {t('deadline', { at: format.dayTime(dueAt) })}
      </p>
      {reached && (
        <StatusTag tone="bad" plain>
          {t('escalated', { level: reached.level, to: reached.to })}
        </StatusTag>
      )}
    </div>
  )
}

function Actions({ complaint: { line, withdrawn } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  const [reply, setReply] = useState<'answer' | 'withdraw' | null>(null)
  const promise = () => go({ name: 'complaints', tab: 'promise', id: line.applicationId })
  const claim = () => go({ name: 'claims', applicationId: line.applicationId, complaintId: line.complaintId })
  const aboutLateness = line.subject === 'late'
  useShortcuts({
    ...(!withdrawn && { 'Alt+KeyJ': () => setReply('answer'), 'Alt+KeyC': () => setReply('withdraw') }),
    'Alt+KeyO': promise,
    ...(aboutLateness && { 'Alt+KeyK': claim }),
  })
  return (
    <div className={css.actions}>
      {!withdrawn && (
        <KeyButton look="primary" hint="Alt+J" onClick={() => setReply('answer')}>
          {t('answer')}
        </KeyButton>
      )}
      <KeyButton hint="Alt+O" onClick={promise}>
        {t('seePromise')}
      </KeyButton>
      {aboutLateness && (
        <KeyButton hint="Alt+K" onClick={claim}>
          {t('promise.claim')}
        </KeyButton>
      )}
      {!withdrawn && (
        <KeyButton look="quiet" hint="Alt+C" onClick={() => setReply('withdraw')}>
          {t('withdraw')}
        </KeyButton>
      )}
      <ReplyDialog reply={reply} complaintId={line.complaintId} onClose={() => setReply(null)} />
    </div>
  )
}

function Answers({ answers }: Pick<Complaint, 'answers'>) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  return (
    <>
      <h3>{t('answers')}</h3>
      <ul className={css.answers}>
        {answers.map(({ answerId, text, staffName, staffCode, at }) => (
          <li key={answerId}>
            <p className={css.text}>{text}</p>
            <small>{t('answeredBy', { name: staffName, code: staffCode, when: format.when(at) })}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who hears of it, and when, while nobody answers. */
function Ladder({ complaint: { escalations, line } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const reached = line.standing.reached?.level ?? 0
  if (escalations.length === 0) return null
  return (
    <>
      <h3>{t('ladder')}</h3>
      <ol className={css.ladder}>
        {escalations.map(({ level, to, at }) => (
          <li key={level} data-reached={level <= reached}>
            {t('level', { level, to, at: format.dayTime(at) })}
            {level <= reached && ` · ${t('levelReached')}`}
          </li>
        ))}
      </ol>
    </>
  )
}

function Others({ others }: Pick<Complaint, 'others'>) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  return (
    <>
      <h3>{t('others')}</h3>
      <ul className={css.links}>
        {others.map(({ complaintId, number }) => (
          <li key={complaintId}>
            <button type="button" onClick={() => go({ name: 'complaints', tab: 'complaints', id: complaintId })}>
              <span className="num">{number}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
