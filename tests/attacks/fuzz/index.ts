// `npm run fuzz -- --runs 10000 [--only wire] [--seed N]`: so many malformed messages on every contract. Ends with 1 at the first that is not refused by name.
import { parseArgs } from 'node:util'
import { fuzzEngineCalls } from './engine-calls.ts'
import { fuzzAuditFile, fuzzCourier, fuzzLan, fuzzShell } from './other-contracts.ts'
import { fuzzWire } from './wire.ts'

const contracts = {
  engine: fuzzEngineCalls,
  wire: fuzzWire,
  shell: fuzzShell,
  courier: fuzzCourier,
  lan: fuzzLan,
  'audit-file': fuzzAuditFile,
}

const text = { type: 'string' } as const
const { runs, only, seed } = parseArgs({ options: { runs: text, only: text, seed: text } }).values
process.on('unhandledRejection', (cause) => {
  console.error('UNHANDLED', cause)
  process.exit(1)
})
for (const [name, fuzz] of Object.entries(contracts)) {
  if (only && only !== name) continue
  const began = performance.now()
  await fuzz(Number(runs ?? 10_000), seed ? Number(seed) : undefined)
  console.log(
    `${name}: ${runs ?? 10_000} messages in ${((performance.now() - began) / 1000).toFixed(0)} s, each answered or refused by name`,
  )
}
process.exit(0)
