import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import { regionPackFrom } from './region-pack.ts'

const withMonday = (from: string, to: string) => {
  const [week] = surabaya.office.weeks.kelurahan
  const kelurahan = [{ ...week, hours: { ...week?.hours, monday: [{ from, to }] } }]
  return { ...surabaya, office: { ...surabaya.office, weeks: { ...surabaya.office.weeks, kelurahan } } }
}

test('the pack that comes with the program is one', () => {
  expect(regionPackFrom(surabaya)).toEqual(surabaya)
})

test('a pack without opening hours, promise or compensation is none', () => {
  for (const part of ['office', 'promise', 'compensation', 'complaints'])
    expect(regionPackFrom({ ...surabaya, [part]: undefined })).toBeNull()
})

test('hours that end before they begin, or are no times, make a pack none', () => {
  expect(regionPackFrom(withMonday('07:30', '16:00'))).not.toBeNull()
  expect(regionPackFrom(withMonday('16:00', '07:30'))).toBeNull()
  expect(regionPackFrom(withMonday('7:30', '16:00'))).toBeNull()
})
