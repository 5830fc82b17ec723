import type { PaperOf } from '#shared/domain/paper/paper.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { deviceContents } from '../fleet/device-contents.ts'
import { paperBaseOf, staffParty } from './paper-base-of.ts'

/** The list of what was on a computer: the centre is asked for it. Faults: those of askCity. */
export async function deviceContentsPaper(
  deps: Deps,
  asked: { readonly id: string; readonly whole: boolean },
  who: Who,
): Answer<PaperOf<'device-contents'>> {
  const contents = await deviceContents(deps, { deviceId: asked.id, whole: asked.whole }, who)
  if (!contents.ok) return contents
  const { device, kinds, signatures, photos, whole, persons } = contents.value
  const { deviceName, unitName, appVersion, lastContactAt, unsent, revoked } = device
  return deps.reading(async (db) => {
    const scope = (await db.device.current())?.homeScope ?? who.staff.scope
    return ok({
      ...(await paperBaseOf(db, scope, deps.clock.now())),
      kind: 'device-contents',
      ...{ deviceName, unitName, appVersion, lastContactAt, unsent, kinds, signatures, photos, whole, persons },
      reason: revoked?.reason ?? null,
      reportedAt: revoked?.reportedAt ?? null,
      noticeDueAt: revoked?.noticeDueAt ?? null,
      revokedAt: revoked?.at ?? null,
      leftAt: revoked?.leftAt ?? null,
      officer: await staffParty(db, who.staff, paperPositions.office, null),
    })
  })
}
