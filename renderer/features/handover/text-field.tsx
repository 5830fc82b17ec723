import css from './handover.module.css'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly max?: number
  readonly type?: 'text' | 'date' | 'password'
  /** Letters are dropped while typing. */
  readonly digits?: boolean
  readonly wide?: boolean
  readonly problem?: string
}

/** A labelled line of text, in the narrow measure of the hand-over. */
export function TextField({ id, label, value, onChange, max, type = 'text', digits, wide, problem }: TextFieldProps) {
  return (
    <label className={css.field} data-wide={wide} htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type={type}
        value={value}
        maxLength={max}
        inputMode={digits ? 'numeric' : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(digits ? event.target.value.replace(/\D/g, '') : event.target.value)}
      />
      {problem && <small id={`${id}-problem`}>{problem}</small>}
    </label>
  )
}
