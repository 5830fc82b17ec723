import { expect, test, vi } from 'vitest'
import { fuzzEngineCalls } from './fuzz/engine-calls.ts'
import { fuzzAuditFile, fuzzCourier, fuzzLan, fuzzShell } from './fuzz/other-contracts.ts'
import { fuzzWire } from './fuzz/wire.ts'

// A few hundred each; `npm run fuzz` sends ten thousand.
vi.setConfig({ testTimeout: 300_000 })

test.each([
  ['the engine, over its port', fuzzEngineCalls, 400],
  ['the centre, over HTTP', fuzzWire, 400],
  ['shell and engine', fuzzShell, 500],
  ['a file of a courier', fuzzCourier, 300],
  ['a desk on the local network', fuzzLan, 500],
  ['a file of an audit', fuzzAuditFile, 500],
] as const)('malformed messages to %s are refused by name and stop nothing', async (_, fuzz, runs) => {
  await expect(fuzz(runs)).resolves.toBeUndefined()
})
