import { expect, test } from 'vitest'
import { printerOf } from './printer-draft.ts'

const draft = { kind: 'network', host: ' 10.0.0.9 ', port: 9100, path: '', name: '', widthMm: 80 } as const

test('a network printer needs an address and a port that exists', () => {
  expect(printerOf(draft)).toEqual({ kind: 'network', host: '10.0.0.9', port: 9100, widthMm: 80 })
  expect(printerOf({ ...draft, host: ' ' })).toBeNull()
  expect(printerOf({ ...draft, port: 70_000 })).toBeNull()
})

test('no printer needs nothing, a path or a system printer its name', () => {
  expect(printerOf({ ...draft, kind: 'none' })).toEqual({ kind: 'none' })
  expect(printerOf({ ...draft, kind: 'path' })).toBeNull()
  expect(printerOf({ ...draft, kind: 'path', path: '/dev/usb/lp0' })).toEqual({
    kind: 'path',
    path: '/dev/usb/lp0',
    widthMm: 80,
  })
  expect(printerOf({ ...draft, kind: 'system', name: '' })).toBeNull()
})
