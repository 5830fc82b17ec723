import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { readChallenge } from '#shared/domain/override/spoken-challenge.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { isOfThisOffice, moved } from './spoken-code.ts'

type Tables = Pick<ReadSet, 'settings' | 'device' | 'directory'>

/** Whom a challenge comes from and until when it holds. Faults: override-not-allowed, override-challenge-wrong, override-challenge-expired. */
export async function readSpokenChallenge(
  { clock, secrets }: Pick<Deps, 'clock' | 'secrets'>,
  db: Tables,
  challenge: string,
): Promise<Result<OutputOf<'override.read'>, Fault>> {
  const secret = await db.settings.overrideSecret()
  if (secret === null || !(await db.settings.region()).override.challenge)
    return fail('override-not-allowed', { means: 'challenge' })
  if (!isOfThisOffice(secrets, secret, challenge)) return fail('override-challenge-wrong')
  const offset = (await db.device.clockOffsetMs()) ?? 0
  const now = moved(clock.now(), offset)
  const read = readChallenge(challenge, now)
  if (read.validUntil <= now) return fail('override-challenge-expired')
  return ok({
    deskCode: read.deskCode,
    unitName: await officeName(db),
    issuedAt: moved(read.issuedAt, -offset),
    validUntil: moved(read.validUntil, -offset),
  })
}

/** The secret is one for all devices of a unit: who knows it belongs to it. */
async function officeName({ device, directory }: Tables): Promise<string> {
  const scope = (await device.current())?.homeScope ?? ''
  const unit = await directory.unit(scope)
  return unit ? unitTitle(unit) : scope
}
