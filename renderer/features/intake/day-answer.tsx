import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../ui/typed-day.ts'
import { TextAnswer } from './text-answer.tsx'

interface DayAnswerProps {
  readonly about: string
  readonly label: string
  readonly required: boolean
  /** `2026-11-20`, or what was typed and is no day. */
  readonly value: string
  readonly hint?: string | undefined
  onChange(value: string): void
}

const shown = (value: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  return year ? `${day}-${month}-${year}` : value
}

/** A day as it is typed, day first; what no calendar has stays as it was typed, and is said. */
export function DayAnswer({ about, label, required, value, hint, onChange }: DayAnswerProps) {
  const { t } = useTranslation('common')
  const [typing, setTyping] = useState<string | null>(null)
  // Another source (the NIK, the family's data) may have filled it meanwhile.
  const stands = typing !== null && (typedDay(typing) ?? typing) === value ? typing : shown(value)
  return (
    <TextAnswer
      about={about}
      label={label}
      required={required}
      value={stands}
      max={20}
      numeric
      placeholder={t('dayShape')}
      hint={hint}
      onChange={(text) => {
        setTyping(text)
        onChange(typedDay(text) ?? text)
      }}
      onLeave={() => setTyping(null)}
    />
  )
}
