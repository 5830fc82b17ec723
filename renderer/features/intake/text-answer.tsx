import type { HTMLAttributes } from 'react'
import css from './field.module.css'
import { Field, fieldId } from './field.tsx'
import { useIntakeForm } from './form.ts'
import { problemsId } from './problem-lines.tsx'

interface TextAnswerProps {
  readonly about: string
  readonly label: string
  readonly required: boolean
  readonly value: string
  readonly max: number
  readonly hint?: string | undefined
  readonly wide?: boolean
  readonly numeric?: boolean
  readonly placeholder?: string
  onChange(value: string): void
  onLeave?(): void
  onTake?: (() => void) | undefined
}

/** A line of text, kept as it was typed. Alt+Enter takes what was probably meant. */
export function TextAnswer(props: TextAnswerProps) {
  const {
    about,
    label,
    required,
    value,
    max,
    hint,
    wide,
    numeric = false,
    placeholder,
    onChange,
    onLeave,
    onTake,
  } = props
  const { leave, problemsAt } = useIntakeForm()
  const problems = problemsAt(about)
  const proposal = problems.find((one) => one.proposal)?.proposal
  const take = onTake ?? (proposal ? () => onChange(proposal) : undefined)
  const inputMode: HTMLAttributes<HTMLInputElement>['inputMode'] = numeric ? 'numeric' : undefined
  return (
    <Field about={about} label={label} required={required} hint={hint} wide={wide ?? false}>
      <input
        id={fieldId(about)}
        className={css.input}
        data-field
        data-about={about}
        data-numeric={numeric}
        value={value}
        maxLength={max}
        inputMode={inputMode}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-required={required}
        aria-invalid={problems.some(({ severity }) => severity !== 'warning')}
        aria-describedby={problems.length > 0 ? problemsId(about) : undefined}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => {
          if (value !== '') leave(about)
          onLeave?.()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.altKey || !take) return
          event.preventDefault()
          take()
        }}
      />
    </Field>
  )
}
