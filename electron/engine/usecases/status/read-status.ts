import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { StatusRead } from '#shared/contract/engine/status.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { matchesOne } from '../handover/check-pin.ts'
import { readCode } from '../scan/read-code.ts'
import { readSignedKitir } from '../scan/signed-kitir.ts'
import { type FoundKitir, findKitir } from './find-kitir.ts'
import { readElsewhere, type Signed } from './read-elsewhere.ts'
import { showStatus } from './show-status.ts'

/** The status behind a code, for who knows its PIN. Fault: input-invalid {field: pin}. */
export async function readStatus(
  deps: Deps,
  { code, pin }: ParsedInputOf<'status.read'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'status.read'>> {
  const read = readCode(code)
  if (read.kind === 'unknown') return ok({ outcome: 'unknown' })
  const signed = read.kind === 'signed' ? await deps.reading((db) => readSignedKitir(db, deps, read.text)) : null
  if (signed?.kind === 'forged') return ok({ outcome: 'forged', reason: signed.reason })
  if (signed?.kind === 'unknown') return ok({ outcome: 'unknown' })
  const text = signed?.kitirNumber ?? read.text
  const found = await deps.reading((db) => findKitir(db, text))
  if (found === null) return readElsewhere(deps, { text, pin, signed: signed?.signed ?? 'unsigned' }, who, answering)
  const { kitirNumber, applicationId } = found
  if (found.replaced) return ok({ outcome: 'replaced', kitirNumber, replacedAt: found.replaced.at })
  if (found.verifiers.length === 0) return ok({ outcome: 'no-pin', kitirNumber, applicationId })
  return pin === null ? pinNeeded(deps, found, signed?.signed ?? 'unsigned') : opened(deps, found, pin, who, answering)
}

async function pinNeeded(deps: Deps, { kitirNumber, triesKey, verifiers }: FoundKitir, signed: Signed) {
  const triesLeft = await deps.reading(async (db) => {
    const { tries } = (await db.settings.region()).pin
    return Math.max(0, tries - (await db.pinTries.wrong(triesKey, verifiers[0] ?? '')))
  })
  if (triesLeft === 0) return ok({ outcome: 'locked', kitirNumber, unitName: null } as const)
  return ok({ outcome: 'pin-needed', kitirNumber, unitName: null, triesLeft, signed } as const)
}

/** Wrong tries are counted on disk before the answer; the lock holds for many tries at once, too. */
async function opened(deps: Deps, found: FoundKitir, pin: string, { staff }: Who, answering: Answering) {
  const { applicationId, kitirNumber, triesKey, verifiers } = found
  const { digits, tries } = (await deps.reading((db) => db.settings.region())).pin
  if (pin.length !== digits) return fail('input-invalid', { field: 'pin' })
  const right = await matchesOne(deps, verifiers, pin)
  const at = deps.clock.now()
  const status = right ? await deps.reading((db) => showStatus(deps, db, applicationId, at)) : null
  return answering<StatusRead>(async (tx) => {
    const verifier = verifiers[0] ?? ''
    const note = (kind: 'pin-verified' | 'pin-wrong' | 'pin-locked') =>
      tx.audit.append({ kind, subject: applicationId, staffId: staff.id, at })
    if ((await tx.pinTries.wrong(triesKey, verifier)) >= tries)
      return ok({ outcome: 'locked', kitirNumber, unitName: null })
    if (right) {
      await tx.pinTries.clear(triesKey)
      await note('pin-verified')
      return status ? ok({ outcome: 'open', status }) : fail('application-unknown')
    }
    const wrong = await tx.pinTries.add(triesKey, verifier)
    await note(wrong >= tries ? 'pin-locked' : 'pin-wrong')
    if (wrong >= tries) return ok({ outcome: 'locked', kitirNumber, unitName: null })
    return ok({ outcome: 'wrong', kitirNumber, unitName: null, triesLeft: tries - wrong })
  })
}
