import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import type { PickUp } from '#shared/domain/handover/pick-ups.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

type Reads = Pick<ReadSet, 'handovers' | 'cards' | 'directory'>

/** Who took what today, by this device and by those it knows of. The day is that of `now` in `zone`. */
export async function todaysPickUps(db: Reads, now: Instant, zone: string, nik: string): Promise<readonly PickUp[]> {
  const today = await db.handovers.since(startOfDay(calendarDay(now, zone), zone))
  const ofPerson = today.filter(({ collector }) => collector.nik === nik)
  const found: PickUp[] = []
  for (const one of ofPerson) found.push(await pickUpOf(db, one, nik))
  return found
}

async function pickUpOf(db: Reads, row: Handover, nik: string): Promise<PickUp> {
  const kkNumber = (await db.cards.find(row.cardId))?.row.kkNumber ?? null
  const household = kkNumber === null ? null : await db.directory.household(kkNumber)
  return {
    handoverId: row.id,
    at: row.at,
    receiptNumber: row.receiptNumber,
    collectorKind: row.collector.kind,
    collectorNik: row.collector.nik,
    household: kkNumber ?? row.cardId,
    ownHousehold: household?.members.some((member) => member.nik === nik) ?? false,
    standing: row.standing,
  }
}
