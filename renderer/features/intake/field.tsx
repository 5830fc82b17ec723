import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'
import { ProblemLines } from './problem-lines.tsx'

interface FieldProps {
  readonly about: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string | undefined
  readonly wide?: boolean
  /** A row of choices names itself. */
  readonly group?: boolean
  readonly children: ReactNode
}

export const fieldId = (about: string): string => `intake-${about}`

/** One question with what is wrong with its answer right beneath it. */
export function Field({ about, label, required, hint, wide = false, group = false, children }: FieldProps) {
  const { t } = useTranslation('intake')
  const { problemsAt, marked } = useIntakeForm()
  // Of a letter or a person the whole may be marked.
  const isMarked = marked.has(about) || marked.has(about.split('.')[0] ?? '')
  const problems = problemsAt(about)
  const worst = problems[0]?.severity
  const Name = group ? 'span' : 'label'
  return (
    <div className={css.field} data-wide={wide} data-worst={worst} data-marked={isMarked}>
      <Name className={css.label} {...(group ? {} : { htmlFor: fieldId(about) })}>
        {label}
        {!required && <small> {t('optional')}</small>}
        {isMarked && <em> {t('marked')}</em>}
      </Name>
      {children}
      {hint && problems.length === 0 && <small className={css.hint}>{hint}</small>}
      <ProblemLines about={about} problems={problems} />
    </div>
  )
}
