import { expect, test } from 'vitest'
import regionFile from '../../../resources/regions/surabaya.json' with { type: 'json' }
import type { RegionPack } from '../region/region-pack.ts'
import type { Unit } from '../region/unit.ts'
import { officeDay } from './office-calendar.ts'
import { isOpenAt, nextWorkingDay } from './office-hours.ts'
import { OfficePlan } from './office-plan.ts'
import { wib } from './testing/a-calendar.ts'
import { unitCalendar } from './unit-calendar.ts'

const region = regionFile as RegionPack
const unit = (kind: Unit['kind']) => ({ scope: '3578071004', kind, zone: 'Asia/Jakarta' })
const planOf = (kind: Unit['kind']) => new OfficePlan(unitCalendar(unit(kind), region))

test('Siola closes an hour before the kelurahan on a Tuesday and two hours before it on a Friday', () => {
  expect([planOf('service-hall'), planOf('kelurahan')].map((plan) => isOpenAt(plan, wib('2026-11-24 15:30')))).toEqual([
    false,
    true,
  ])
  expect(isOpenAt(planOf('kelurahan'), wib('2026-11-27 16:29'))).toBe(true)
  expect(isOpenAt(planOf('service-hall'), wib('2026-11-27 14:30'))).toBe(false)
})

test('around Lebaran 2026 and Christmas the next working day is the one after the joint leave', () => {
  expect(nextWorkingDay(planOf('kelurahan'), '2026-03-17')).toBe('2026-03-25')
  expect(nextWorkingDay(planOf('kelurahan'), '2026-12-23')).toBe('2026-12-28')
})

test('2026 has the 17 holidays and 8 days of joint leave of the decree', () => {
  const of2026 = Object.entries(region.office.exceptions).filter(([day]) => day.startsWith('2026'))
  const count = (kind: string) => of2026.filter(([, exception]) => exception.kind === kind).length
  expect([count('national-holiday'), count('joint-leave')]).toEqual([17, 8])
})

test('a day off says why, a working day does not', () => {
  const calendar = unitCalendar(unit('kelurahan'), region)
  expect(officeDay(calendar, '2026-12-25').off).toEqual({ reason: 'national-holiday', name: 'Hari Raya Natal' })
  expect(officeDay(calendar, '2026-11-28')).toMatchObject({ working: false, off: { reason: 'weekend', name: '' } })
  expect(officeDay(calendar, '2024-12-31').off).toEqual({ reason: 'closed', name: '' })
  expect(officeDay(calendar, '2026-11-24').off).toBeNull()
})
