import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** A Tuesday at half past ten in Surabaya, an ordinary working day: what the simulated city holds depends on the day and the hour. */
const usual = '2026-11-24T03:30:00Z'

/**
 * Environment in which all programs of the end-to-end tests begin at one and the same moment: what passes here passes everywhere and at any hour.
 * `LOKET_E2E_AT` names another moment (ISO 8601), or `now`.
 */
export function clockOfTests(now: number = Date.now()): Record<string, string> {
  const at = process.env.LOKET_E2E_AT ?? usual
  if (at === 'now') return {}
  const moment = Date.parse(at)
  if (Number.isNaN(moment)) throw new Error(`LOKET_E2E_AT is no moment: ${at}`)
  const shift = join(root, 'tests', 'fixtures', 'clock', 'shift.cjs').replaceAll('\\', '/')
  return {
    LOKET_CLOCK_SHIFT_MS: String(moment - now),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require "${shift}"`.trim(),
  }
}
