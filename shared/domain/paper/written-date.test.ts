import { expect, test } from 'vitest'
import { solemnTime, writtenDay, writtenTime } from './written-date.ts'

const at = '2026-11-24T08:23:00.000Z'

test('a time is written as the office writes it, in the zone of the unit', () => {
  expect(writtenTime(at, 'Asia/Jakarta')).toBe('Selasa, 24 November 2026 pukul 15.23 WIB')
  expect(writtenTime(at, 'Asia/Makassar')).toBe('Selasa, 24 November 2026 pukul 16.23 WITA')
  expect(writtenTime('2026-11-24T17:00:00.000Z', 'Asia/Jakarta')).toBe('Rabu, 25 November 2026 pukul 00.00 WIB')
})

test('a day has no leading zero, also the leap day', () => {
  expect(writtenDay('2027-01-05')).toBe('5 Januari 2027')
  expect(writtenDay('2028-02-29')).toBe('29 Februari 2028')
})

test('a berita acara begins with its day in words', () => {
  expect(solemnTime(at, 'Asia/Jakarta')).toBe(
    'Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu dua puluh enam (24-11-2026), pukul 15.23 WIB',
  )
})

test('a zone that does not exist is refused', () => {
  expect(() => writtenTime(at, 'Asia/Surabaya')).toThrow(RangeError)
})
