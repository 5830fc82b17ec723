import css from './blanks.module.css'

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly legend: string
  readonly value: T
  readonly of: readonly T[]
  readonly word: (one: T) => string
  readonly onPick: (one: T) => void
}

/** One of a few, side by side. */
export function Choice<T extends string>({ name, legend, value, of, word, onPick }: ChoiceProps<T>) {
  return (
    <fieldset className={css.choice}>
      <legend>{legend}</legend>
      {of.map((one) => (
        <label key={one} data-on={one === value}>
          <input type="radio" name={name} checked={one === value} onChange={() => onPick(one)} />
          {word(one)}
        </label>
      ))}
    </fieldset>
  )
}
