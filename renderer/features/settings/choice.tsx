import { SegmentedControl } from '@mantine/core'
import css from './settings-screen.module.css'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: { value: string; label: string }[]
  readonly onChange: (value: string) => void
}

/** A few words of which one is chosen. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <div>
      <div className={css.label}>{label}</div>
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={options} transitionDuration={0} />
    </div>
  )
}
