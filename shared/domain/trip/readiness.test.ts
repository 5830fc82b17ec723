import { expect, test } from 'vitest'
import { type CheckKind, checkEquipment, type Equipment } from './readiness.ts'

const ready: Equipment = {
  batteryPercent: 80,
  charging: false,
  freeDiskBytes: 2_000_000_000,
  dataAgeHours: 12,
  unsent: 0,
  signInDaysLeft: 2,
  hasPin: true,
  printer: 'ready',
  camera: 'ready',
  places: 1,
  cardsOut: 0,
}
const stateOf = (kind: CheckKind, more: Partial<Equipment>) =>
  checkEquipment({ ...ready, ...more }).find((check) => check.kind === kind)?.state

test('at each limit a laptop is just ready, in every line', () => {
  expect(checkEquipment(ready).filter(({ state }) => state !== 'ok')).toEqual([])
})

test('a step below its limit each line is red', () => {
  const below: readonly (readonly [CheckKind, Partial<Equipment>])[] = [
    ['battery', { batteryPercent: 79 }],
    ['disk', { freeDiskBytes: 1_999_999_999 }],
    ['data', { dataAgeHours: 12.1 }],
    ['data', { dataAgeHours: null }],
    ['unsent', { unsent: 1 }],
    ['sign-in', { signInDaysLeft: 1 }],
    ['sign-in', { signInDaysLeft: null }],
    ['pin', { hasPin: false }],
    ['printer', { printer: 'not-set' }],
    ['camera', { camera: 'denied' }],
    ['plan', { places: 0 }],
  ]
  expect(below.map(([kind, more]) => [kind, stateOf(kind, more)])).toEqual(below.map(([kind]) => [kind, 'bad']))
})

test('what this computer cannot tell is neither good nor bad, and a trip without cards is a trip', () => {
  const unknown = { batteryPercent: null, freeDiskBytes: null, printer: 'unknown', camera: 'unknown' } as const
  for (const kind of ['battery', 'disk', 'printer', 'camera'] as const) expect(stateOf(kind, unknown)).toBe('unknown')
  expect(stateOf('cards', {})).toBe('ok')
})
