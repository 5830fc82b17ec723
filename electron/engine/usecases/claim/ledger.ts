import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { claimLedger, type LedgerLine, type LedgerPayment, ledgerPayments } from '#shared/domain/claim/claim-ledger.ts'
import { linesCsv, paymentsCsv } from '#shared/domain/claim/ledger-csv.ts'
import { ok } from '#shared/domain/result.ts'
import { askCity } from '../city/ask-city.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { saveNoted } from '../paper/save-noted.ts'
import type { ReadSet } from '../stores.ts'
import { zoneHere } from './zone-here.ts'

type Named<T> = T & { readonly unit: string }

interface Ledger {
  readonly of: 'unit' | 'city'
  readonly lines: readonly Named<LedgerLine>[]
  readonly payments: readonly Named<LedgerPayment>[]
}

/** The ledger for audit: at the Dinas that of the whole city, online; elsewhere of every claim that is known here. Faults: those of askCity. */
export async function readLedger(
  deps: Deps,
  _input: ParsedInputOf<'claim.ledger'>,
  who: Who,
): Answer<OutputOf<'claim.ledger'>> {
  const found = await ledgerFor(deps, who)
  if (!found.ok) return found
  const { of, lines } = found.value
  return ok({ of, lines: lines.map(lineShown), months: monthsOf(lines) })
}

/** As a CSV file; in it there is nothing about any citizen. Faults: file-not-saved, those of askCity. */
export async function exportLedger(
  deps: Deps,
  { of }: ParsedInputOf<'claim.export-ledger'>,
  who: Who,
): Answer<OutputOf<'claim.export-ledger'>> {
  const found = await ledgerFor(deps, who)
  if (!found.ok) return found
  const { lines, payments } = found.value
  const names = new Map([...lines, ...payments].map(({ scope, unit }) => [scope, unit]))
  const nameOf = (scope: string) => names.get(scope) ?? scope
  const text = of === 'lines' ? linesCsv(lines, nameOf) : paymentsCsv(payments, nameOf)
  const at = deps.clock.now()
  const fileName = `register-kompensasi${of === 'payments' ? '-pembayaran' : ''}-${at.slice(0, 10)}.csv`
  const entry = { kind: 'claim', subject: `ledger ${of}`, staffId: who.staff.id } as const
  return saveNoted(deps, entry, { fileName, bytes: new TextEncoder().encode(text) })
}

async function ledgerFor(deps: Deps, who: Who): Answer<Ledger> {
  const here = await deps.reading((db) => ledgerHere(db))
  if (here !== null) return ok(here)
  const city = await askCity(deps, { name: 'ledger' }, who)
  return city.ok ? ok({ of: 'city', lines: city.value.lines, payments: city.value.payments }) : city
}

/** Null at the Dinas, whose own unit has no claims. */
async function ledgerHere(db: ReadSet): Promise<Ledger | null> {
  const device = await db.device.current()
  const unit = device && (await db.directory.unit(device.homeScope))
  if (unit?.kind === 'dinas') return null
  const claims = (await db.things.list('claim')).map(({ row }) => row)
  const names = new Map<string, string>()
  for (const scope of new Set(claims.map((claim) => claim.scope)))
    names.set(scope, (await db.directory.unit(scope))?.name ?? scope)
  const named = <T extends { readonly scope: string }>(line: T) => ({
    ...line,
    unit: names.get(line.scope) ?? line.scope,
  })
  const zone = await zoneHere(db)
  return {
    of: 'unit',
    lines: claimLedger(claims, zone).map(named),
    payments: ledgerPayments(claims, zone).map(named),
  }
}

type Shown = OutputOf<'claim.ledger'>

/** What came from the centre may bear more than this program knows. */
const lineShown = ({ month, scope, unit, cause, ...of }: Named<LedgerLine>): Shown['lines'][number] => {
  const { paid, rupiah, rejected, contested, contestedRupiah } = of
  return { month, scope, unit, cause, paid, rupiah, rejected, contested, contestedRupiah }
}

function monthsOf(lines: readonly LedgerLine[]): Shown['months'] {
  const months = new Map<string, { month: string; paid: number; rupiah: number }>()
  for (const { month, paid, rupiah } of lines) {
    const sum = months.get(month) ?? { month, paid: 0, rupiah: 0 }
    months.set(month, { month, paid: sum.paid + paid, rupiah: sum.rupiah + rupiah })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}
