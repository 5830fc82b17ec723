import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startWords } from '../i18n/i18n.ts'
import { formatOf } from './format.ts'

const now = Date.parse('2026-11-24T02:14:00.000Z')
beforeAll(() => startWords('id'))
const format = () => formatOf('Asia/Jakarta', 'id', i18next.getFixedT('id', 'common'))

test('times have dots and the name of the zone', () => {
  expect(format().time('2026-11-24T02:14:00.000Z')).toBe('09.14')
  expect(format().timeWithZone('2026-11-24T02:14:00.000Z')).toBe('09.14 WIB')
  expect(format().dateTime('2026-11-23T08:40:00.000Z')).toBe('23 Nov 15.40')
  expect(format().longDate('2026-11-24T02:14:00.000Z')).toBe('Selasa, 24 November 2026')
})

test('today shows only the time, yesterday says so, earlier shows the day, by the day of the unit', () => {
  expect(format().when('2026-11-24T01:00:00.000Z', now)).toBe('08.00')
  expect(format().when('2026-11-23T16:59:00.000Z', now)).toBe('kemarin 23.59')
  expect(format().when('2026-11-20T04:30:00.000Z', now)).toBe('20 Nov 11.30')
  expect(format().when(null, now)).toBe('belum pernah')
})

test('a duration keeps its two largest units, an age one', () => {
  expect(format().duration(11_520)).toBe('3 jam 12 menit')
  expect(format().duration(11_520, 'short')).toBe('3 jam 12 mnt')
  expect(format().duration(2 * 86_400 + 3_600)).toBe('2 hari 1 jam')
  expect(format().duration(20)).toBe('0 menit')
  expect(format().age('2026-11-24T02:12:00.000Z', now)).toBe('2 mnt')
  expect(format().age('2026-11-24T02:13:40.000Z', now)).toBe('baru saja')
})

test('numbers are written as in Indonesia', () => {
  expect(format().number(1318)).toBe('1.318')
  expect(format().percent(0.974)).toBe('97,4 %')
  expect(format().bytes(84_000)).toBe('84 KB')
})
