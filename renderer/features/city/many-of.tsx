import { useId } from 'react'
import css from './many-of.module.css'

interface ManyOfProps {
  readonly label: string
  /** What it means that none is chosen. */
  readonly none: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any of a list, or all where none is ticked: the arrow keys go through it, the space bar ticks. */
export function ManyOf({ label, none, options, chosen, onChange }: ManyOfProps) {
  const id = useId()
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {label}: <b>{chosen.length === 0 ? none : chosen.length}</b>
      </label>
      <select
        id={id}
        multiple
        size={5}
        value={[...chosen]}
        onChange={(event) => onChange([...event.target.selectedOptions].map(({ value }) => value))}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
