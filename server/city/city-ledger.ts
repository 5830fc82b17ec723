import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import { claimLedger, ledgerPayments } from '#shared/domain/claim/claim-ledger.ts'
import type { Centre } from '../centre.ts'
import { readRowsOf } from '../sync/read-row.ts'

/** The compensation ledger of the whole city, in the city's zone. Claims are few: at most fifty a day after an outage. */
export async function cityLedger({ db, region }: Centre): Promise<CityAnswer<'ledger'>> {
  const [claims, units] = [await readRowsOf(db, 'claim'), await readRowsOf(db, 'unit')]
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const nameOf = (scope: string) => names.get(scope) ?? scope
  return {
    lines: claimLedger(claims, region.zone).map((line) => ({ ...line, unit: nameOf(line.scope) })),
    payments: ledgerPayments(claims, region.zone).map((payment) => ({ ...payment, unit: nameOf(payment.scope) })),
  }
}
