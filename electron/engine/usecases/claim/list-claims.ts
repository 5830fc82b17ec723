import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import type { ClaimState, Claim as Row } from '#shared/domain/claim/claim.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ThingFilter } from '../stores.ts'
import { claimLine } from './claim-view.ts'
import { zoneHere } from './zone-here.ts'

const open: readonly ClaimState[] = ['received', 'checked', 'approved', 'awaiting-payment']
const closed: readonly ClaimState[] = ['rejected', 'paid']
const most = 500

/** Newest first, at most 500. A paid or rejected claim with an open case is open, too. */
export function listClaims(deps: Deps, { state, month }: ParsedInputOf<'claim.list'>): Answer<OutputOf<'claim.list'>> {
  return deps.reading(async (db) => {
    const within = month === null ? {} : monthOf(month, await zoneHere(db))
    const seen = await db.things.list('claim', { ...within, newestFirst: true, limit: most })
    const isOpen = (row: Row) => open.includes(row.state) || row.caseId !== null
    const fits = {
      all: () => true,
      open: isOpen,
      case: ({ caseId }: Row) => caseId !== null,
    }
    const wanted = state in fits ? fits[state as keyof typeof fits] : (row: Row) => row.state === state
    const shown = seen.filter(({ row }) => wanted(row))
    const of = (one: ClaimState) => [one, seen.filter(({ row }) => row.state === one).length] as const
    return ok({
      rows: await Promise.all(
        shown.map(async (one) => claimLine(one, await db.applications.find(one.row.applicationId))),
      ),
      counts: {
        open: seen.filter(({ row }) => isOpen(row)).length,
        all: seen.length,
        case: seen.filter(({ row }) => row.caseId !== null).length,
        ...(Object.fromEntries([...open, ...closed].map(of)) as Record<ClaimState, number>),
      },
    })
  })
}

/** `2026-11` -> its first instant and that of the next month, in the zone. */
function monthOf(month: string, zone: string): Pick<ThingFilter, 'from' | 'to'> {
  const [year, at] = month.split('-').map(Number) as [number, number]
  const next = new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10)
  return { from: startOfDay(`${month}-01`, zone), to: startOfDay(next, zone) }
}
