import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import { gateLimits } from './gate-limits.ts'
import { type GateFacts, gatesOf } from './gates.ts'

const limits = gateLimits(surabaya)
const now = '2026-11-24T02:00:00.000Z'
const ago = (days: number, ms = 0) => new Date(Date.parse(now) - days * 86_400_000 - ms).toISOString()
const well: GateFacts = {
  now,
  syncedAt: now,
  unsent: { count: 0, oldestAt: null },
  freeDiskBytes: 80_000_000_000,
  onlineSignInAt: now,
}
const gates = (facts: Partial<GateFacts>) => gatesOf({ ...well, ...facts }, limits)

test('a desk that is well, and one that was never synchronised, have no gate before them', () => {
  expect(gates({})).toEqual([])
  expect(gates({ syncedAt: null, freeDiskBytes: null, onlineSignInAt: null })).toEqual([])
})

test.each([
  ['sync', 14, (at: string) => ({ syncedAt: at })],
  ['oldest', 10, (at: string) => ({ unsent: { count: 1, oldestAt: at } })],
  ['sign-in', 7, (at: string) => ({ onlineSignInAt: at })],
] as const)('%s: said three days before, shut after exactly %i days, and not a moment earlier', (kind, days, facts) => {
  expect(gates(facts(ago(days - 3, -1)))).toEqual([])
  expect(gates(facts(ago(days - 3)))).toEqual([{ kind, stage: 'soon', left: 3 }])
  expect(gates(facts(ago(days - 1)))).toEqual([{ kind, stage: 'soon', left: 1 }])
  expect(gates(facts(ago(days, -1)))).toEqual([{ kind, stage: 'soon', left: 1 }])
  expect(gates(facts(ago(days)))).toEqual([{ kind, stage: 'locked', left: 0 }])
})

test('acts that wait: said four hundred before, shut at the two thousandth', () => {
  const waiting = (count: number) => gates({ unsent: { count, oldestAt: now } })
  expect(waiting(1_599)).toEqual([])
  expect(waiting(1_600)).toEqual([{ kind: 'unsent', stage: 'soon', left: 400 }])
  expect(waiting(1_999)).toEqual([{ kind: 'unsent', stage: 'soon', left: 1 }])
  expect(waiting(2_000)).toEqual([{ kind: 'unsent', stage: 'locked', left: 0 }])
})

test('disk: said below 1 GB, shut at the last 20 MB', () => {
  const free = (freeDiskBytes: number) => gates({ freeDiskBytes })
  expect(free(1_000_000_000)).toEqual([])
  expect(free(999_999_999)).toEqual([{ kind: 'disk', stage: 'soon', left: 979_999_999 }])
  expect(free(20_000_001)).toEqual([{ kind: 'disk', stage: 'soon', left: 1 }])
  expect(free(20_000_000)).toEqual([{ kind: 'disk', stage: 'locked', left: 0 }])
})

test('what is shut is said before what is near', () => {
  expect(gates({ syncedAt: ago(12), onlineSignInAt: ago(8) }).map(({ kind }) => kind)).toEqual(['sign-in', 'sync'])
})

test('a pack that is older than a limit leaves the usual one in force', () => {
  const { daysSinceOnlineSignIn, daysSinceSync, ...others } = surabaya.limits
  const { unsentItems: _, ...older } = others
  expect(gateLimits({ limits: { ...older, daysSinceOnlineSignIn, daysSinceSync } }).unsentItems).toBe(2_000)
})
