import css from './choice-row.module.css'

interface ChoiceRowProps<Value extends string> {
  /** The name that the radio buttons share. */
  readonly name: string
  /** Said of the whole row by screen readers. */
  readonly label: string
  readonly value: Value | undefined
  readonly options: readonly ChoiceOption<Value>[]
  readonly onChange: (value: Value) => void
  /** The chosen one, or the first where none is chosen, takes the focus when a dialog opens. */
  readonly autoFocus?: boolean
}

interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** The key that chooses it. */
  readonly hint?: string
}

/** One of a few, side by side: a radio group whose chosen box is filled. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { name, label, value, options, onChange, autoFocus = false } = props
  const first = value ?? options[0]?.value
  return (
    <div className={css.row} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            data-autofocus={autoFocus && option.value === first ? true : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <b>{option.label}</b>
          {option.hint && <small aria-hidden="true">{option.hint}</small>}
        </label>
      ))}
    </div>
  )
}
