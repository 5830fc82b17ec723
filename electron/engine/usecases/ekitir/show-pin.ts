import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { isOriginal } from './get-slip.ts'

/** For the citizen's eyes, where nothing prints; that it was shown is on record first. Faults: kitir-unknown, kitir-replaced, pin-gone. */
export async function showPin(
  deps: Deps,
  { kitirId }: ParsedInputOf<'ekitir.show-pin'>,
  { staff }: Who,
): Answer<OutputOf<'ekitir.show-pin'>> {
  return deps.inOneWrite(async (tx) => {
    const pin = await waitingPin(tx, kitirId)
    if (!pin.ok) return pin
    await tx.audit.append({ kind: 'kitir-pin', subject: kitirId, staffId: staff.id, at: deps.clock.now() })
    return ok({ pin: pin.value })
  })
}

/** The citizen has noted it: from now on nobody can see it. Paper that would have borne it is not printed any more. Faults: kitir-unknown, pin-gone. */
export async function pinNoted(
  deps: Deps,
  { kitirId }: ParsedInputOf<'ekitir.pin-noted'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'ekitir.pin-noted'>> {
  const answer = await answering(async (tx) => {
    const pin = await waitingPin(tx, kitirId)
    if (!pin.ok) return pin
    await forgetPin(tx, kitirId)
    await tx.audit.append({ kind: 'kitir-pin', subject: `${kitirId} noted`, staffId: staff.id, at: deps.clock.now() })
    return ok({})
  })
  if (answer.ok) deps.announce('prints', 'status')
  return answer
}

async function waitingPin(tx: WriteSet, kitirId: string): Promise<Result<string, Fault>> {
  const kitir = (await tx.things.find('kitir', kitirId))?.row
  if (!kitir) return fail('kitir-unknown')
  if (kitir.state === 'replaced') return fail('kitir-replaced')
  const pin = await tx.kitirPins.find(kitirId)
  return pin === null ? fail('pin-gone') : ok(pin)
}

/** The PIN for ever; sheets that should have borne it do not come out without it. */
export async function forgetPin(tx: WriteSet, kitirId: string): Promise<void> {
  await tx.kitirPins.forget(kitirId)
  for (const job of await tx.prints.ofKitir(kitirId))
    if (isOriginal(job) && job.state !== 'printed' && job.state !== 'printing')
      await tx.prints.save({ ...job, state: 'cancelled', fault: null })
}
