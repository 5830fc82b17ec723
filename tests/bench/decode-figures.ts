import { measureDecoding } from './decode.ts'
import { against, beside, type Figure } from './figures.ts'

/** The webcam decoder on the seeded frame set, beside zxing-wasm called bare on the same frames. */
export async function decodeFigures(): Promise<readonly Figure[]> {
  const result = await measureDecoding()
  for (const { condition, frames, found, foundBare } of result.conditions) {
    console.log(`  ${condition.padEnd(16)} ${found} of ${frames}, bare ${foundBare}`)
  }
  return [
    against({ name: 'webcam frame decode, p95', value: result.p95Ms, unit: 'ms' }, '<', 33),
    against({ name: 'codes found in the frame set', value: (100 * result.found) / result.frames, unit: '%' }, '>=', 85),
    beside(
      { name: 'codes found', value: result.found, unit: 'codes' },
      { name: 'zxing-wasm bare', value: result.foundBare },
      '>=',
      1,
    ),
    against({ name: 'codes read wrongly', value: result.wrong, unit: 'codes' }, '=', 0),
  ]
}
