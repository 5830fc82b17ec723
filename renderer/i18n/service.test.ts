import { expect, test } from 'vitest'
import surabaya from '../../resources/regions/surabaya.json' with { type: 'json' }
import { service as english } from './en/service.ts'
import { service as indonesian } from './id/service.ts'

test('every service that the city promises something about has a name in both languages', () => {
  const codes = Object.keys(surabaya.promise.services)
  expect(codes.filter((code) => !(code in indonesian))).toEqual([])
  expect(Object.keys(english)).toEqual(Object.keys(indonesian))
})
