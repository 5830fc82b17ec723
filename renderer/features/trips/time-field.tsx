import field from '../../ui/text-field.module.css'

interface TimeFieldProps {
  readonly id: string
  readonly label: string
  /** `08:00`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A time of the wall clock. */
export function TimeField({ id, label, value, onChange }: TimeFieldProps) {
  return (
    <label className={field.field} htmlFor={id}>
      <span>{label}</span>
      <input id={id} type="time" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}
