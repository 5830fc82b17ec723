import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import services from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { regionPackFrom } from './region-pack.ts'

const withMonday = (from: string, to: string) => {
  const [week] = surabaya.office.weeks.kelurahan
  const kelurahan = [{ ...week, hours: { ...week?.hours, monday: [{ from, to }] } }]
  return { ...surabaya, office: { ...surabaya.office, weeks: { ...surabaya.office.weeks, kelurahan } } }
}

test('the pack that comes with the program is one', () => {
  const whole = { ...surabaya, catalogue: services }
  expect(regionPackFrom(whole)).toEqual(whole)
})

test('a pack from before there was a catalogue is one; a catalogue that asks for what it does not have makes it none', () => {
  expect(regionPackFrom(surabaya)).toEqual(surabaya)
  const [first, ...others] = services.services
  const withFirst = (change: object) => ({
    ...surabaya,
    catalogue: { ...services, services: [{ ...first, ...change }, ...others] },
  })
  expect(regionPackFrom(withFirst({}))).not.toBeNull()
  for (const change of [
    { subject: 'nobody' },
    { followUps: [{ service: 'NO-SUCH', words: 'x' }] },
    { requirements: [{ id: 'kk', label: 'KK', accepts: ['copy'], when: { answer: 'nothing', is: ['x'] } }] },
    { requirements: [{ id: 'kk', label: 'KK', accepts: ['copy'], form: 'F-9.99' }] },
    { requirements: [{ id: 'kk', label: 'KK', accepts: ['copy'], when: { weather: 'rain' } }] },
  ])
    expect(regionPackFrom(withFirst(change))).toBeNull()
})

test('a form of a service, or of an answer, that the catalogue does not have makes the pack none', () => {
  const withPart = (part: object) => {
    const form = { ...{ id: 'F-9.98', title: 'X', parts: [part] }, signers: [{ as: 'Pemohon', person: [] }] }
    return regionPackFrom({ ...surabaya, catalogue: { ...services, forms: [...services.forms, form] } })
  }
  const tick = (of: object) => ({ lists: [{ ticks: [{ label: 'X', cases: [of] }] }] })
  const divorced = { answer: 'why', is: ['divorce'] }
  expect(withPart(tick({ services: ['KK-PECAH'], when: divorced }))).not.toBeNull()
  for (const part of [
    tick({ services: ['NO-SUCH'] }),
    tick({ services: ['KIA'], when: divorced }),
    { rows: [{ label: 'X', ticks: [{ label: 'X', cases: [{ services: ['NO-SUCH'] }] }] }] },
    { rows: [{ label: 'X', answer: ['why'], cases: [{ services: ['KIA'], when: divorced }] }] },
    { table: [{ label: 'X', cases: [{ services: ['NO-SUCH'] }] }], count: 1 },
    { in: ['NO-SUCH'], rows: [{ label: 'X' }] },
  ])
    expect(withPart(part)).toBeNull()
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
