import { type StatusAnswer, statusTries } from '#shared/contract/sync/status.ts'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import type { Centre } from '../centre.ts'
import { notFound, Problem } from '../problem.ts'
import { readWholeBlob } from '../sync/blob-store.ts'
import { countLookup, noteLookup } from '../sync/note-lookup.ts'
import { readRow } from '../sync/read-row.ts'
import { isStorable } from '../sync/storable.ts'
import { findKitir, type KnownKitir, unitNameOf } from './find-kitir.ts'
import { statusThere } from './status-there.ts'

interface Asked {
  readonly code: string
  readonly pin: string | null
}

/** How an application of any unit stands, for who knows its PIN. Written down with who asked, as the device says, and the code's hash only. Throws 429 `rate-limited` for the device. */
export async function tellStatus(
  centre: Centre,
  device: Device,
  asked: Asked,
  staffId: string | null,
): Promise<StatusAnswer> {
  await countLookup(centre, device)
  const found = isStorable(asked.code) ? await findKitir(centre.db, asked.code) : null
  await noteLookup(centre, device, { code: asked.code, staffId, found: found !== null })
  if (found === null) return { outcome: 'unknown' }
  const about = { kitirNumber: found.kitirNumber, unitName: await unitNameOf(centre.db, found.scope) }
  const outcome = await opens(centre, found, asked.pin)
  if (outcome !== 'open') return { outcome, ...about }
  const status = await statusThere(centre, found)
  return status ? { outcome, ...about, status } : { outcome: 'unknown' }
}

/** A finished document of it, as it was signed. Throws 404 `not-found`, 429 `rate-limited`. */
export async function tellDocument(
  centre: Centre,
  device: Device,
  { code, pin, sha256 }: { readonly code: string; readonly pin: string; readonly sha256: string },
): Promise<Buffer> {
  await countLookup(centre, device)
  const found = isStorable(code) ? await findKitir(centre.db, code) : null
  if (found === null) throw notFound()
  const outcome = await opens(centre, found, pin)
  if (outcome === 'locked') throw new Problem(429, 'rate-limited')
  if (outcome !== 'open') throw notFound()
  const filing = await readRow(centre.db, 'filing', found.applicationId)
  // Only what belongs to it: the hash is not a key to whatever the centre has.
  const named = filing?.results.some((one) => one.sha256 === sha256)
  const bytes = named ? await readWholeBlob(centre.db, sha256) : null
  if (bytes === null) throw notFound()
  return bytes
}

/** A try is counted before anything is compared, so that many at once are not more than they may be. */
async function opens(
  centre: Centre,
  { applicationId, replaced, pinVerifier }: KnownKitir,
  pin: string | null,
): Promise<Exclude<StatusAnswer['outcome'], 'unknown'>> {
  if (replaced) return 'replaced'
  if (pinVerifier === null) return 'no-pin'
  if (pin === null) return 'pin-needed'
  if (!(await mayTry(centre, applicationId))) return 'locked'
  return (await centre.hasher.matches(pinVerifier, pin)) ? 'open' : 'wrong'
}

async function mayTry(centre: Centre, applicationId: string): Promise<boolean> {
  try {
    await countUse(centre, `status:${applicationId}`, statusTries)
    return true
  } catch (cause) {
    if (cause instanceof Problem && cause.error === 'rate-limited') return false
    throw cause
  }
}
