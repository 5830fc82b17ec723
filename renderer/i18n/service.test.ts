import { expect, test } from 'vitest'
import surabaya from '../../resources/regions/surabaya.json' with { type: 'json' }
import catalogue from '../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { service as english } from './en/service.ts'
import { service as indonesian } from './id/service.ts'

test('every service of the catalogue, and so each that the city promises something about, has a name in both languages', () => {
  const codes = catalogue.services.map(({ code }) => code)
  expect(Object.keys(surabaya.promise.services).filter((code) => !codes.includes(code))).toEqual([])
  expect(codes.filter((code) => !(code in indonesian))).toEqual([])
  expect(Object.keys(english)).toEqual(Object.keys(indonesian))
})
