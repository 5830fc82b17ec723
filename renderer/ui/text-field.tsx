import { type ReactNode, useEffect, useRef } from 'react'
import css from './text-field.module.css'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly max?: number
  readonly type?: 'text' | 'password'
  /** Letters are dropped while typing. */
  readonly digits?: boolean
  readonly wide?: boolean
  readonly problem?: string
  /** Takes the focus when a dialog opens. */
  readonly autoFocus?: boolean
  /** Takes the focus when it is shown, outside a dialog. */
  readonly focus?: boolean
}

/** Fields side by side where there is room: two, or three short ones. */
export function Fields({ columns = 2, children }: { readonly columns?: 2 | 3; readonly children: ReactNode }) {
  return (
    <div className={css.fields} data-columns={columns}>
      {children}
    </div>
  )
}

/** A labelled line of text, in the narrow measure of the hand-over. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onChange, max, type = 'text', digits, wide, problem, autoFocus, focus = false } = props
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  return (
    <label className={css.field} data-wide={wide} htmlFor={id}>
      <span>{label}</span>
      <input
        ref={field}
        id={id}
        type={type}
        value={value}
        maxLength={max}
        inputMode={digits ? 'numeric' : undefined}
        autoComplete="off"
        data-autofocus={autoFocus ? true : undefined}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(digits ? event.target.value.replace(/\D/g, '') : event.target.value)}
      />
      {problem && <small id={`${id}-problem`}>{problem}</small>}
    </label>
  )
}

interface SelectFieldProps extends Pick<TextFieldProps, 'id' | 'label' | 'value' | 'onChange' | 'autoFocus'> {
  /** Said while nothing is chosen; left out where something always is. */
  readonly choose?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of a list, in the same measure. */
export function SelectField({ id, label, value, onChange, choose, options, autoFocus }: SelectFieldProps) {
  return (
    <label className={css.field} htmlFor={id}>
      <span>{label}</span>
      <select
        id={id}
        value={value}
        data-autofocus={autoFocus ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {choose !== undefined && <option value="">{choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
