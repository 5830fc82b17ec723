import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { bearsPin } from '#shared/domain/receipt/filing-slip-lines.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { printJobOf } from '../printing/print-job-of.ts'
import type { PrintRow, ReadSet } from '../stores.ts'
import { slipData } from './slip-data.ts'
import { slipOf } from './slip-of.ts'

type PinState = OutputOf<'ekitir.slip'>['pin']

/** The slip as it would come out now. Fault: kitir-unknown. */
export async function getSlip(
  deps: Deps,
  { kitirId, copy: copyFor }: ParsedInputOf<'ekitir.slip'>,
): Answer<OutputOf<'ekitir.slip'>> {
  return deps.reading(async (db) => {
    const kitir = (await db.things.find('kitir', kitirId))?.row
    if (!kitir) return fail('kitir-unknown')
    const jobs = await db.prints.ofKitir(kitirId)
    const pin = await pinState(db, kitirId, jobs)
    return ok({
      kitirId,
      applicationId: kitir.applicationId,
      state: kitir.state,
      slip: slipData(await slipOf(deps, db, kitir, { copyFor, copy: nextCopy(jobs, copyFor, pin) })),
      pin,
      jobs: jobs.map(printJobOf).reverse(),
      printer: (await db.settings.settings()).printer.kind !== 'none',
    })
  })
}

export async function pinState(
  db: Pick<ReadSet, 'kitirPins'>,
  kitirId: string,
  jobs: readonly PrintRow[],
): Promise<PinState> {
  if ((await db.kitirPins.find(kitirId)) === null) return 'gone'
  return jobs.some((job) => isOriginal(job) && job.state === 'unknown') ? 'asked' : 'waits'
}

/** The one paper that bears the PIN. */
export const isOriginal = ({ slip }: PrintRow): boolean => slip !== null && bearsPin(slip)

/** Which sheet is the next: the citizen's original for as long as the PIN waits. What was cancelled never came out. */
export function nextCopy(jobs: readonly PrintRow[], copyFor: 'citizen' | 'office', pin: PinState): number {
  if (copyFor === 'citizen' && pin !== 'gone') return 0
  const copies = jobs.filter(({ slip, state }) => slip?.copyFor === copyFor && state !== 'cancelled')
  return Math.max(copyFor === 'citizen' ? 0 : -1, ...copies.map(({ copy }) => copy)) + 1
}
