import type { DayException, OfficeCalendar, OfficeWeek, OpeningHours } from '../office-calendar.ts'
import { OfficePlan } from '../office-plan.ts'

export const from = (opens: string, to: string): OpeningHours[] => [{ from: opens, to }]

/** The hours of a kelurahan in Surabaya, from 2025 on. */
export const kelurahanWeek: OfficeWeek = {
  validFrom: '2025-01-01',
  hours: {
    monday: from('07:30', '16:00'),
    tuesday: from('07:30', '16:00'),
    wednesday: from('07:30', '16:00'),
    thursday: from('07:30', '16:00'),
    friday: from('07:30', '16:30'),
    saturday: from('09:00', '12:00'),
    sunday: [],
  },
}

export const dayOff = (kind: DayException['kind'], name: string): DayException => ({
  kind,
  name,
  hours: [],
  working: false,
})

/** A kelurahan without holidays, unless told otherwise. */
export const aCalendar = (changes: Partial<OfficeCalendar> = {}): OfficeCalendar => ({
  id: '3578071004',
  scope: '3578071004',
  zone: 'Asia/Jakarta',
  saturdayCounts: false,
  weeks: [kelurahanWeek],
  exceptions: {},
  ...changes,
})

export const aPlan = (changes: Partial<OfficeCalendar> = {}) => new OfficePlan(aCalendar(changes))

/** `2026-11-24 09:00` in Surabaya -> the instant. */
export const wib = (local: string): string => new Date(`${local.replace(' ', 'T')}+07:00`).toISOString()
