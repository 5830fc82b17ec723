import { type RefObject, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import { untyped } from '../../app/focused-field.ts'
import { Keys } from '../../ui/key-button.tsx'
import css from './field.module.css'
import { Field } from './field.tsx'
import { useIntakeForm } from './form.ts'
import { focusNext } from './next-field.ts'
import { problemsId } from './problem-lines.tsx'

export interface Option {
  readonly id: string
  readonly label: string
  /** The key that chooses it; without one its place in the row. */
  readonly key?: string
}

interface ChoiceAnswerProps {
  readonly about: string
  readonly label: string
  readonly required: boolean
  readonly value: string
  readonly options: readonly Option[]
  readonly hint?: string | undefined
  readonly wide?: boolean
  onChange(value: string): void
}

export const keyOf = ({ key }: Option, at: number): string => key ?? String(at + 1)

/** One of a few by one key, which leads on to the next question as well. */
export function ChoiceAnswer({
  about,
  label,
  required,
  value,
  options,
  hint,
  wide = true,
  onChange,
}: ChoiceAnswerProps) {
  const { problemsAt } = useIntakeForm()
  const problems = problemsAt(about)
  return (
    <Field about={about} label={label} required={required} hint={hint} wide={wide} group>
      <ChoiceKeys
        {...{ about, label, value, options, onChange }}
        invalid={problems.length > 0}
        describedBy={problems.length > 0 ? problemsId(about) : undefined}
      />
    </Field>
  )
}

interface ChoiceKeysProps extends Pick<ChoiceAnswerProps, 'about' | 'label' | 'value' | 'options' | 'onChange'> {
  readonly invalid: boolean
  readonly describedBy: string | undefined
}

export function ChoiceKeys({ about, label, value, options, onChange, invalid, describedBy }: ChoiceKeysProps) {
  const row = useRef<HTMLDivElement>(null)
  const noteKey = useTakenBack(row)
  return (
    <div
      ref={row}
      className={css.choices}
      role="radiogroup"
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      data-field
      data-about={about}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        const chosen = options.find((option, at) => keyOf(option, at) === event.key.toLowerCase())
        noteKey(chosen !== undefined)
        if (!chosen) return
        event.preventDefault()
        // What the answer brings up stands before the focus moves on: it may be the very next question.
        flushSync(() => onChange(chosen.id))
        // Where nothing follows, the focus is seen on what was chosen.
        event.currentTarget.querySelector<HTMLElement>('input:checked')?.focus()
        focusNext(event.currentTarget)
      }}
    >
      {options.map((option, at) => (
        <label key={option.id} data-on={option.id === value}>
          <input type="radio" name={about} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>{option.label}</span>
          <Keys>{keyOf(option, at).toUpperCase()}</Keys>
        </label>
      ))}
    </div>
  )
}

/** A USB scanner's first key may be one of ours: when the rest has told what it was, everything stands as before. */
function useTakenBack(row: RefObject<HTMLElement | null>) {
  const { begun, change } = useIntakeForm()
  const before = useRef<BegunApplication | null>(null)
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    const place = row.current
    const takeBack = () => latest.current((now) => before.current ?? now)
    place?.addEventListener(untyped, takeBack)
    return () => place?.removeEventListener(untyped, takeBack)
  }, [row])
  return (chose: boolean) => {
    before.current = chose ? begun : null
  }
}
