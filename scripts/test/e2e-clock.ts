import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * Environment in which all programs of the end-to-end tests begin at the moment that `LOKET_E2E_AT` names (ISO 8601), to see what the day and the hour
 * do to them. Without it they run at this machine's time.
 */
export function clockOfTests(now: number = Date.now()): Record<string, string> {
  const at = process.env.LOKET_E2E_AT
  if (!at) return {}
  const moment = Date.parse(at)
  if (Number.isNaN(moment)) throw new Error(`LOKET_E2E_AT is no moment: ${at}`)
  const shift = join(root, 'tests', 'fixtures', 'clock', 'shift.cjs').replaceAll('\\', '/')
  return {
    LOKET_CLOCK_SHIFT_MS: String(moment - now),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require "${shift}"`.trim(),
  }
}
