import { AlarmClock, CheckCheck, Clock, CornerUpRight, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QuestionLine } from '#shared/contract/engine/question.ts'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './question-row.module.css'

/** One thread in the list: about what, since when it waits; who asks, and who has it. */
export function QuestionRow({ line, now }: { readonly line: QuestionLine; readonly now: string }) {
  const { t } = useTranslation('questions')
  const { subject, askedByName, excerpt, assignedTo, draft } = line
  return (
    <>
      <b>{subject}</b>
      <span>
        <Waits line={line} now={now} />
      </span>
      <small className={css.said}>
        {draft && (
          <b>
            <PenLine aria-hidden="true" /> {t('list.draft')} ·{' '}
          </b>
        )}
        {assignedTo && <b>{assignedTo.staffName} · </b>}
        {askedByName} · {excerpt}
      </small>
    </>
  )
}

/** How long the citizen waits for us; a day is long. */
export function Waits({ line: { state, waitingSince }, now }: { readonly line: QuestionLine; readonly now: string }) {
  const { t } = useTranslation('questions')
  const format = useFormat()
  if (state !== 'open' || waitingSince === null)
    return (
      <StatusTag tone="wait" icon={state === 'handed-on' ? CornerUpRight : CheckCheck} plain>
        {t(`state.${state}`)}
      </StatusTag>
    )
  const seconds = (Date.parse(now) - Date.parse(waitingSince)) / 1000
  return (
    <StatusTag
      tone={seconds >= dayInSeconds ? 'warn' : 'move'}
      icon={seconds >= dayInSeconds ? AlarmClock : Clock}
      plain
    >
      {t('list.waits', { duration: format.duration(seconds, 'short') })}
    </StatusTag>
  )
}

const dayInSeconds = 86_400
