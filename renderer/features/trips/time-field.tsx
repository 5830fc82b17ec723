import { useState } from 'react'
import { typedTime } from '#shared/domain/trip/typed-time.ts'
import { TextField } from '../../ui/text-field.tsx'

interface TimeFieldProps {
  readonly id: string
  readonly label: string
  /** `08:00`, or empty while what is typed is no time. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A time of the wall clock with 24 hours, whatever the computer's own way of writing them. */
export function TimeField({ id, label, value, onChange }: TimeFieldProps) {
  const [text, setText] = useState(value.replace(':', '.'))
  const type = (typed: string) => {
    setText(typed)
    onChange(typedTime(typed) ?? '')
  }
  return <TextField id={id} label={label} max={5} value={text} onChange={type} />
}
