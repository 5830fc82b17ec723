import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark } from '../../ui/status-tag.tsx'
import { AnswerBox } from './answer-box.tsx'
import { Happening } from './happening.tsx'
import { Waits } from './question-row.tsx'
import css from './thread.module.css'
import { ThreadActs } from './thread-acts.tsx'

interface ThreadProps {
  readonly questionId: string
  /** Something was done that may take it out of the list: it stays in sight. */
  readonly onStay: () => void
  /** The keys go back to the list. */
  readonly onDone: () => void
}

/** One thread with all that was said and done, and the answer that is being written. */
export function Thread({ questionId, onStay, onDone }: ThreadProps) {
  const question = useEngineQuery('question.get', { questionId })
  const slow = useSlow(question.isPending)
  if (question.isError) return <ErrorState fault={question.error.fault} />
  if (!question.data) return <SkeletonRows rows={6} shown={slow} />
  return <Shown question={question.data} onStay={onStay} onDone={onDone} />
}

interface ShownProps extends Pick<ThreadProps, 'onStay' | 'onDone'> {
  readonly question: OutputOf<'question.get'>
}

function Shown({ question, onStay, onDone }: ShownProps) {
  const { t } = useTranslation('questions')
  const { line, happenings } = question
  const here = line.state !== 'handed-on'
  return (
    <div className={css.thread}>
      <Head question={question} />
      {here ? (
        <ThreadActs question={question} onStay={onStay} onDone={onDone} />
      ) : (
        <p className={css.note}>{t('head.handedOn')}</p>
      )}
      <Said happenings={happenings} />
      {here && line.state !== 'closed' && <AnswerBox question={question} onStay={onStay} onDone={onDone} />}
    </div>
  )
}

function Head({ question: { line, contact, applicationId, applicationHere, now } }: Pick<ShownProps, 'question'>) {
  const { t } = useTranslation('questions')
  const format = useFormat()
  const { go } = useNavigation()
  const openApplication = (id: string) =>
    go(applicationHere === 'filed' ? { name: 'applications', id } : { name: 'complaints', tab: 'promise', id })
  return (
    <header className={css.head}>
      <div>
        <h2>{line.subject}</h2>
        <p>
          {[line.askedByName, contact && t('head.contact', { contact })].filter(Boolean).join(' · ')}
          {line.kitirNumber && (
            <>
              {' · '}
              <span className={css.whole}>{t('head.kitir', { number: line.kitirNumber })}</span>
            </>
          )}{' '}
          {applicationHere && applicationId && (
            <button type="button" className={css.link} onClick={() => openApplication(applicationId)}>
              {t('head.openApplication')}
            </button>
          )}
        </p>
        <p>
          {line.waitingSince && <b>{t('head.waits', { at: format.dayTime(line.waitingSince) })} · </b>}
          {line.assignedTo ? t('head.assigned', { name: line.assignedTo.staffName }) : t('head.nobody')} ·{' '}
          <CentreMark centre={line.centre} />
        </p>
      </div>
      <Waits line={line} now={now} />
    </header>
  )
}

/** The newest is in sight when something was added. */
function Said({ happenings }: Pick<OutputOf<'question.get'>, 'happenings'>) {
  const { t } = useTranslation('questions')
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is one more
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [happenings.length])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long thread is scrolled by the keys
    <ol ref={list} className={css.said} aria-label={t('thread.label')} tabIndex={0}>
      {happenings.map((one) => (
        <Happening key={one.id} happening={one} />
      ))}
    </ol>
  )
}
