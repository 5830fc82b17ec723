import { createHash } from 'node:crypto'
import type { Fault } from '#shared/contract/errors.ts'
import type { FilingResult } from '#shared/domain/filing/filing.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { noteIfRoom } from '../note-if-room.ts'

export interface ResultAsked {
  readonly applicationId: string
  readonly sha256: string
}

export interface ResultFile extends FilingResult {
  readonly pdf: Uint8Array
}

/** The finished document: from this device, or from the centre, and then kept here; one of another unit is not kept. Faults: application-unknown, document-unknown, result-not-at-centre, document-damaged, those of network and centre. */
export async function resultBytes(
  deps: Deps,
  { applicationId, sha256 }: ResultAsked,
  staffId: string,
): Promise<Result<ResultFile, Fault>> {
  const { filing, here } = await deps.reading(async (db) => ({
    filing: (await db.things.find('filing', applicationId))?.row,
    here: await db.blobs.get(sha256),
  }))
  if (!filing) return fromElsewhere(deps, { applicationId, sha256 }, staffId)
  // Only what belongs to it: the hash is not a key to whatever the centre has.
  const result = filing.results.find((one) => one.sha256 === sha256)
  if (!result) return fail('document-unknown')
  if (here) return ok({ ...result, pdf: here })
  const fetched = deps.sync.online() ? await deps.centre.blob(sha256) : fail('offline')
  if (!fetched.ok) return fetched
  const pdf = fetched.value
  if (pdf === null) return fail('result-not-at-centre')
  if (!isIt(pdf, sha256)) return fail('document-damaged')
  await noteIfRoom(deps, 'result', (tx) => tx.blobs.keepFetched(pdf, 'application/pdf'))
  return ok({ ...result, pdf })
}

async function fromElsewhere(
  deps: Deps,
  { applicationId, sha256 }: ResultAsked,
  staffId: string,
): Promise<Result<ResultFile, Fault>> {
  const opened = deps.openedElsewhere.find(applicationId, staffId, deps.clock.elapsedMs())
  if (opened === null) return fail('application-unknown')
  const { code, pin, status } = opened
  const result = status.results.find((one) => one.sha256 === sha256)
  if (!result) return fail('document-unknown')
  const fetched = deps.sync.online()
    ? await deps.centre.statusDocument({ code, pin, sha256 }, staffId)
    : fail('offline')
  if (!fetched.ok) return fetched
  return fetched.value === null ? fail('result-not-at-centre') : ok({ ...result, pdf: fetched.value })
}

const isIt = (bytes: Uint8Array, sha256: string) => createHash('sha256').update(bytes).digest('hex') === sha256
