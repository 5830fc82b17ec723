import { expect, test } from 'vitest'
import { draftOf, printerOf } from './printer-draft.ts'

const network = { kind: 'network', host: '192.168.1.40', port: 9100, widthMm: 80 } as const

test('a printer that was saved is shown and saved as it was', () => {
  expect(printerOf(draftOf(network))).toEqual(network)
})

test('a printer without its address is not saved', () => {
  expect(printerOf({ ...draftOf(network), host: '  ' })).toBeNull()
  expect(printerOf({ ...draftOf(network), port: 0 })).toBeNull()
  expect(printerOf({ ...draftOf({ kind: 'none' }), kind: 'path' })).toBeNull()
  expect(printerOf({ ...draftOf({ kind: 'none' }), kind: 'system' })).toBeNull()
})

test('trying another kind of printer does not forget the address', () => {
  const without = { ...draftOf(network), kind: 'none' as const }
  expect(printerOf({ ...without, kind: 'network' })).toEqual(network)
})
