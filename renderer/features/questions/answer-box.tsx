import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { gapsIn } from '#shared/domain/question/question-template.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './answer-box.module.css'
import { useDraft } from './use-draft.ts'

export const answerFieldId = 'answer-text'

interface AnswerBoxProps {
  readonly question: OutputOf<'question.get'>
  readonly onStay: () => void
  readonly onDone: () => void
}

/** What is written to the citizen: kept while it is written, with the city's templates a key away. A field that nobody filled is not sent. */
export function AnswerBox({ question, onStay, onDone }: AnswerBoxProps) {
  const { t } = useTranslation('questions')
  const { line, templates, upTo } = question
  const { questionId } = line
  const online = useEngineQuery('app.status', {}).data?.connection.state === 'online'
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever pressed Enter before the thread was there waits where it is shown.
  useEffect(() => void (document.activeElement?.id === 'detail' && field.current?.focus()), [])
  const draft = useDraft(questionId, question.draft)
  const { text } = draft
  const gaps = gapsIn(text)
  const { act, pending, fault } = useAct('question.answer', () => {
    draft.sent()
    showToast({ title: t(online ? 'answer.sent' : 'answer.queued') })
    onDone()
  })
  const send = () => {
    if (gaps.length > 0 || text.trim() === '') return toGap(field.current)
    onStay()
    draft.settle()
    void act({ questionId, text, upTo })
  }
  const insert = (added: string) => {
    const whole = text.trim() === '' ? added : `${text.trimEnd()}\n\n${added}`
    draft.write(whole)
    requestAnimationFrame(() => toGap(field.current))
  }
  useShortcuts({
    'Alt+KeyJ': () => field.current?.focus(),
    ...Object.fromEntries(
      templates.slice(0, 9).map(({ text: ready }, at) => [`Control+Digit${at + 1}`, () => insert(ready)]),
    ),
  })
  return (
    <section className={css.box}>
      <div className={css.head}>
        <label className={css.label} htmlFor={answerFieldId}>
          {t('answer.label', { name: line.askedByName })} <Keys>Alt+J</Keys>
        </label>
        <Templates templates={templates} onInsert={insert} />
      </div>
      <textarea
        ref={field}
        id={answerFieldId}
        className={css.field}
        rows={4}
        maxLength={4000}
        value={text}
        aria-describedby="answer-foot"
        aria-invalid={gaps.length > 0}
        onChange={(event) => draft.write(event.target.value)}
        onBlur={draft.settle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          event.preventDefault()
          send()
        }}
      />
      {fault && <FaultLine fault={fault} />}
      <div className={css.foot}>
        <p id="answer-foot" role="status">
          {gaps.length > 0 ? (
            <b className={css.gaps}>
              {t('answer.gaps')} {gaps.join(', ')}
            </b>
          ) : (
            text.trim() !== '' && t(draft.kept ? 'answer.kept' : 'answer.keeping')
          )}
        </p>
        <KeyButton
          look="primary"
          hint="Ctrl+Enter"
          aria-disabled={pending || gaps.length > 0 || text.trim() === ''}
          onClick={send}
        >
          {t('answer.send')}
        </KeyButton>
      </div>
    </section>
  )
}

interface TemplatesProps {
  readonly templates: OutputOf<'question.get'>['templates']
  readonly onInsert: (text: string) => void
}

/** By their number from the field itself, or chosen from a list. */
function Templates({ templates, onInsert }: TemplatesProps) {
  const { t } = useTranslation('questions')
  const list = useRef<HTMLSelectElement>(null)
  useShortcuts({ 'Alt+KeyT': () => list.current?.focus() })
  if (templates.length === 0) return null
  return (
    <label className={css.templates} htmlFor="answer-template">
      <span>{t('answer.templates')}</span> <Keys>Alt+T</Keys>
      <select
        ref={list}
        id="answer-template"
        value=""
        onChange={(event) => onInsert(templates.find(({ id }) => id === event.target.value)?.text ?? '')}
      >
        <option value="">{t('answer.choose')}</option>
        {templates.map(({ id, title }, at) => (
          <option key={id} value={id}>
            {at < 9 ? `${title} (Ctrl+${at + 1})` : title}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The first field that is still to be filled is marked, so that typing fills it; where there is none, on to the end. */
function toGap(field: HTMLTextAreaElement | null): void {
  if (!field) return
  field.focus()
  const start = field.value.search(/\{[^{}]{1,60}\}/)
  const end = start < 0 ? field.value.length : field.value.indexOf('}', start) + 1
  field.setSelectionRange(start < 0 ? end : start, end)
}
