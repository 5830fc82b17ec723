import { expect, test } from 'vitest'
import { lastOpenDays } from './last-open-days.ts'
import type { OfficeRules } from './office-calendar.ts'

const open = [{ from: '07:30', to: '16:00' }]
const calendar: OfficeRules = {
  saturdayCounts: false,
  weeks: [
    {
      validFrom: '2025-01-01',
      hours: {
        monday: open,
        tuesday: open,
        wednesday: open,
        thursday: open,
        friday: open,
        saturday: [{ from: '09:00', to: '12:00' }],
        sunday: [],
      },
    },
  ],
  exceptions: { '2026-11-20': { kind: 'closure', name: 'Tutup', hours: [], working: false } },
}

test('the last open days leave out Sundays and closures, and keep Saturdays', () => {
  expect(lastOpenDays(calendar, '2026-11-24', 5)).toEqual([
    '2026-11-18',
    '2026-11-19',
    '2026-11-21',
    '2026-11-23',
    '2026-11-24',
  ])
})

test('an office that is never open has no open days', () => {
  expect(lastOpenDays({ ...calendar, weeks: [] }, '2026-11-24', 5)).toEqual([])
})
