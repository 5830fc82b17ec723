import { type KeyboardEvent, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { applicantField } from '#shared/domain/catalogue/filed-facts.ts'
import panel from '../../ui/panel.module.css'
import { withAnswer } from './begun.ts'
import { ChoiceAnswer } from './choice-answer.tsx'
import { CollectionPart } from './collection-part.tsx'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'
import { focusFirst, focusFirstOf, focusNext } from './next-field.ts'
import { PaperRow } from './paper-row.tsx'
import { PersonPart } from './person-part.tsx'
import { QuestionAnswer } from './question-answer.tsx'

interface FillFormProps {
  /** It is new: what was sent back is collected where it was said. */
  readonly collects: boolean
}

/**
 * One page with all that the service asks now. What is chosen from a few comes first, since it decides what else is asked: so questions appear beneath the one that is
 * being answered, and nothing above it moves.
 */
export function FillForm({ collects }: FillFormProps) {
  const { t } = useTranslation('intake')
  const { asked, papers, marked } = useIntakeForm()
  const wanted = [...marked].join(' ')
  const choices = asked.fields.filter(({ kind }) => kind === 'choice')
  const others = asked.fields.filter(({ kind }) => kind !== 'choice')
  // What the office wants put right is known a moment after the form stands.
  useEffect(() => (wanted ? focusFirstOf(wanted.split(' ')) : focusFirst()), [wanted])
  return (
    <form id="intake-form" className={css.form} onKeyDown={onEnter} onSubmit={(event) => event.preventDefault()}>
      <Part title={t('part.how')} shown={choices.length > 0 || asked.applicants.length > 1}>
        <div className={css.grid}>
          <ApplicantChoice />
          {choices.map((question) => (
            <QuestionAnswer key={question.id} question={question} />
          ))}
        </div>
      </Part>
      <Part title={t('part.people')} shown={asked.people.length > 0}>
        {asked.people.map((role) => (
          <PersonPart key={role.id} role={role} />
        ))}
      </Part>
      <Part title={t('part.questions')} shown={others.length > 0}>
        <div className={css.grid}>
          {others.map((question) => (
            <QuestionAnswer key={question.id} question={question} />
          ))}
        </div>
      </Part>
      <Part title={t('part.papers')} shown={papers.length > 0}>
        {papers.map((paper) => (
          <PaperRow key={paper.id} paper={paper} />
        ))}
      </Part>
      {collects && <CollectionPart />}
    </form>
  )
}

interface PartProps {
  readonly title: string
  readonly shown: boolean
  readonly children: ReactNode
}

function Part({ title, shown, children }: PartProps) {
  if (!shown) return null
  return (
    <section className={`${panel.panel} ${css.section}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** With only one way to apply nothing is asked. */
function ApplicantChoice() {
  const { t } = useTranslation('intake')
  const { service, asked, begun, change } = useIntakeForm()
  if (service.whoMayApply.length < 2) return null
  return (
    <ChoiceAnswer
      about={applicantField}
      label={t('applicantAs')}
      required
      value={begun.answers[applicantField] ?? ''}
      options={asked.applicants}
      onChange={(as) => change((one) => withAnswer(one, applicantField, as))}
    />
  )
}

/** Enter goes on to the next question, as Tab does. */
function onEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  focusNext(event.target)
}
