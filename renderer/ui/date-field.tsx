import 'dayjs/locale/id'
import { DateInput } from '@mantine/dates'
import { CalendarDays } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import field from './text-field.module.css'
import { typedDay } from './typed-day.ts'

interface DateFieldProps {
  readonly id: string
  readonly label: string
  /** `2026-11-20`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** A day to come may be chosen, too. */
  readonly ahead?: boolean
}

/** A day, of the past unless `ahead`, typed day first or picked from the calendar. */
export function DateField({ id, label, value, onChange, ahead = false }: DateFieldProps) {
  const { t, i18n } = useTranslation('common')
  return (
    <label className={field.field} htmlFor={id}>
      <span>{label}</span>
      <DateInput
        id={id}
        value={value === '' ? null : value}
        onChange={(day) => onChange(day ?? '')}
        allowDeselect
        valueFormat="DD-MM-YYYY"
        dateParser={typedDay}
        hideOutsideDates
        highlightToday
        {...(ahead ? {} : { maxDate: new Date() })}
        locale={i18n.language}
        placeholder={t('dayShape')}
        inputMode="numeric"
        ariaLabels={{
          previousMonth: t('calendar.previousMonth'),
          nextMonth: t('calendar.nextMonth'),
          previousYear: t('calendar.previousYear'),
          nextYear: t('calendar.nextYear'),
          previousDecade: t('calendar.previousYears'),
          nextDecade: t('calendar.nextYears'),
          monthLevelControl: t('calendar.chooseMonth'),
          yearLevelControl: t('calendar.chooseYear'),
        }}
        rightSection={<CalendarDays size={18} aria-hidden="true" />}
        rightSectionPointerEvents="none"
        popoverProps={{ transitionProps: { duration: 0 }, zIndex: 150 }}
        onKeyDown={closeOnly}
      />
    </label>
  )
}

/** Esc closes an open calendar, and does not leave the screen as well. */
function closeOnly(event: KeyboardEvent) {
  if (event.key === 'Escape' && document.querySelector('[data-dates-dropdown]')) event.preventDefault()
}
