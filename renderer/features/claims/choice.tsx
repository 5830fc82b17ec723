import css from './choice.module.css'

interface ChoiceProps<Value extends string> {
  /** The name that the radio buttons share. */
  readonly name: string
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string; readonly text?: string }[]
  readonly onChange: (value: Value) => void
  /** The chosen one takes the focus when a dialog opens. */
  readonly autoFocus?: boolean
}

/** One of a few: arrows choose, the chosen one is filled. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, value, options, onChange, autoFocus = false } = props
  return (
    <div className={css.row} role="radiogroup" aria-label={label} data-tall={options.some(({ text }) => text)}>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option.value === value}
            data-autofocus={autoFocus && option.value === value ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          <b>{option.label}</b>
          {option.text && <small>{option.text}</small>}
        </label>
      ))}
    </div>
  )
}
