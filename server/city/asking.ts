import { randomUUID } from 'node:crypto'
import { questionRoles } from '#shared/domain/staff/permissions.ts'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'
import { StaffTerms } from '../sync/permitted.ts'
import { isDinas } from '../sync/reach.ts'
import { isStorable } from '../sync/storable.ts'

const perDevice = { times: 240, perSeconds: 60 }
const longestAbout = 500

/** Who asks what: a person of the Dinas, whose session the asking device vouches for. */
export interface Asked {
  readonly device: Device
  readonly staffId: string
  readonly kind: string
  /** What it is asked about: ids and codes, never a name. */
  readonly about: object
}

/**
 * Answers a question about the whole city, to those of the Dinas alone whom the table of permissions names. Every question is written down before it is answered, and
 * one that was not permitted too. Throws 403 `not-permitted`, 429 `rate-limited`.
 */
export async function answerAsked<T>(centre: Centre, asked: Asked, answer: () => Promise<T>): Promise<T> {
  const { device, staffId } = asked
  await countUse(centre, `query:${device.deviceId}`, perDevice)
  const now = instantOf(centre.now())
  const permitted =
    isStorable(staffId) &&
    (await isDinas(centre.db, device)) &&
    (await new StaffTerms(centre.db, device).allowed(staffId, questionRoles(asked.kind), now))
  await note(centre, asked, permitted, now)
  if (!permitted) throw new Problem(403, 'not-permitted')
  return answer()
}

async function note({ db }: Centre, asked: Asked, permitted: boolean, at: string): Promise<void> {
  const { device, staffId, kind, about } = asked
  await db
    .insertInto('queries')
    .values({
      id: randomUUID(),
      home_scope: device.homeScope,
      device_id: device.deviceId,
      staff_id: staffId.slice(0, 64),
      at,
      kind,
      about: JSON.stringify(about).slice(0, longestAbout),
      permitted,
    })
    .execute()
}
