import { ok } from '#shared/domain/result.ts'
import { paperBaseOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Slip aktivasi: what the screen was told of a new code, on paper; the code is kept nowhere. */
export const enrolmentSlip: PaperBuilder<'enrolment-slip'> = async (
  db,
  { slip, unitName, expiresAt },
  { staff, now },
) => {
  const scope = (await db.device.current())?.homeScope ?? staff.scope
  return ok({ ...(await paperBaseOf(db, scope, now)), kind: 'enrolment-slip', slip, unitName, expiresAt })
}
