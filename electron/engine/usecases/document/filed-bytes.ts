import { createHash } from 'node:crypto'
import { type Fault, faultCodes } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'

export interface FiledBytes {
  readonly pdf: Uint8Array
  /** Not on this device until now. */
  readonly fetched: boolean
}

/**
 * What was filed with an application: from this device, or from the centre. Only what belongs to it, the hash is not a key to whatever the centre has; and never bytes
 * that are not what their name says. Faults: application-unknown, document-unknown, document-not-here, document-not-at-centre, document-damaged, those of the centre.
 */
export async function filedBytes(
  deps: Deps,
  applicationId: string,
  sha256: string,
): Promise<Result<FiledBytes, Fault>> {
  const { filing, here } = await deps.reading(async (db) => ({
    filing: (await db.things.find('filing', applicationId))?.row,
    here: await db.blobs.get(sha256),
  }))
  if (!filing) return fail('application-unknown')
  if (!Object.values(filing.requirements).some(({ documents }) => documents.includes(sha256)))
    return fail('document-unknown')
  if (here) return ok({ pdf: here, fetched: false })
  const asked = deps.sync.online() ? await deps.centre.blob(sha256) : fail('offline')
  // Which trouble the line has says the status bar; here the citizen waits for the document.
  if (!asked.ok) return faultCodes[asked.refusal.code].kind === 'unavailable' ? fail('document-not-here') : asked
  if (asked.value === null) return fail('document-not-at-centre')
  const whole = createHash('sha256').update(asked.value).digest('hex') === sha256
  return whole ? ok({ pdf: asked.value, fetched: true }) : fail('document-damaged')
}
