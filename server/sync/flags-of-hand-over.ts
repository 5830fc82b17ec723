import type { Act } from '#shared/domain/act/acts.ts'
import type { RowSet } from '#shared/domain/act/row-set.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { rulesUnmet } from '#shared/domain/handover/rules-unmet.ts'
import type { Acceptance } from './acceptance.ts'

/** A card that should not have been given to this person is given all the same; the flag makes a supervisor look at it. */
export function flagsOfHandOver({ region, device }: Acceptance, act: Act, rows: RowSet): readonly string[] {
  if (act.type !== 'handover.record') return []
  // It came from a device that was lost: a supervisor looks at every card that it gave away.
  const flags = device.releasedBy ? ['review-later'] : []
  const card = rows.get('card', act.payload.cardId)
  if (!card) return flags
  const unmet = rulesUnmet(card, act.payload, region, calendarDay(act.payload.at, region.zone))
  return unmet ? [...flags, 'rules-not-met'] : flags
}
