import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'

const shownScans = 20

export async function recentScans(deps: Deps): Answer<OutputOf<'scan.recent'>> {
  return deps.reading(async (db) => {
    const zone = await unitZone(db)
    const today = await db.scans.countSince(startOfDay(calendarDay(deps.clock.now(), zone), zone))
    const recent = await db.scans.recent(shownScans)
    const rows: OutputOf<'scan.recent'>['rows'] = []
    for (const { id, at, outcome, ownerName, cardId, detail } of recent) {
      const card = cardId === null ? null : ((await db.cards.find(cardId))?.row ?? null)
      const place = card?.place && { rack: card.place.rack, box: card.place.box, number: card.place.number }
      rows.push({ id, at, outcome, ownerName, cardId, kind: card?.kind ?? null, place: place ?? null, detail })
    }
    return ok({ today, rows })
  })
}
