import { expect, test } from 'vitest'
import { type FiledFor, groundsByDate } from './exclusions.ts'
import { rules } from './testing/an-application.ts'

const grounds = (of: Partial<FiledFor>) =>
  groundsByDate({ filedOn: '2026-11-24', birthDate: '1990-01-01', lastPrintedOn: null, recordedOn: null, ...of }, rules)

test('a reprint is too soon until the day six months after the last print', () => {
  expect(grounds({ lastPrintedOn: '2026-05-25' })).toEqual(['recent-reprint'])
  expect(grounds({ lastPrintedOn: '2026-05-24' })).toEqual([])
  expect(grounds({ lastPrintedOn: null })).toEqual([])
})

test('printed on 31 August, six months are over on the last day of February, also in a leap year', () => {
  expect(grounds({ lastPrintedOn: '2026-08-31', filedOn: '2027-02-27' })).toEqual(['recent-reprint'])
  expect(grounds({ lastPrintedOn: '2026-08-31', filedOn: '2027-02-28' })).toEqual([])
  expect(grounds({ lastPrintedOn: '2027-08-31', filedOn: '2028-02-28' })).toEqual(['recent-reprint'])
  expect(grounds({ lastPrintedOn: '2027-08-31', filedOn: '2028-02-29' })).toEqual([])
})

test('recorded the day before the seventeenth birthday is recorded at 16, on the birthday it is not', () => {
  expect(grounds({ birthDate: '2009-11-24', recordedOn: '2026-11-23' })).toEqual(['recorded-at-16'])
  expect(grounds({ birthDate: '2009-11-24', recordedOn: '2026-11-24' })).toEqual([])
})
