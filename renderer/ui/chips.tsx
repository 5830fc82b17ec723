import type { ReactNode } from 'react'
import { useFormat } from '../app/format.ts'
import css from './chips.module.css'

interface ChipsProps<F extends string> {
  readonly legend: string
  readonly options: readonly {
    readonly name: F
    readonly label: string
    readonly count: number | undefined
    readonly icon?: ReactNode
  }[]
  readonly now: F
  readonly onPick: (name: F) => void
}

/** The kinds to choose from, each with how many there are. */
export function Chips<F extends string>({ legend, options, now, onPick }: ChipsProps<F>) {
  const format = useFormat()
  return (
    <fieldset className={css.chips}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ name, label, count, icon }) => (
        <button
          key={name}
          type="button"
          className={css.chip}
          data-name={name}
          aria-pressed={name === now}
          onClick={() => onPick(name)}
        >
          {icon}
          {label} {count !== undefined && <b className="num">{format.number(count)}</b>}
        </button>
      ))}
    </fieldset>
  )
}
