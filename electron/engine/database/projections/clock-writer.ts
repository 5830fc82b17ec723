import { setImmediate as breathe } from 'node:timers/promises'
import type { Application } from '#shared/domain/application/application.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { type ClockColumns, clockColumns } from '#shared/domain/service-clock/clock-columns.ts'
import type { UnitTerms } from '../../usecases/clock-views.ts'
import type { WriteDb } from '../handles.ts'
import { clockTermsIn } from '../repositories/clock-terms.ts'
import { firstRow, rows, run } from '../sql.ts'
import type { Store } from '../store.ts'

/** Keeps the clock's columns of the applications true. */
export interface ClockWriter {
  /** What the columns of these applications hang on, read once for a batch. */
  termsFor(trx: WriteDb): Promise<(application: Application) => ClockColumns>
  /** Where pack, units, calendars or register are others than when the columns were written: writes them anew. True when it did. */
  follow(trx: WriteDb): Promise<boolean>
}

/** Applications between two pauses: the screens' questions are let through. */
const atOnce = 100

export function clockWriter(store: Store, seed: RegionPack): ClockWriter {
  const update = store.prepare('UPDATE application SET clock = ?, due_at = ? WHERE id = ?')
  const termsFor = async (trx: WriteDb) => {
    const { termsOf } = await clockTermsIn(trx, seed)
    return (application: Application) => clockColumns(application, termsOf(application.collectionUnit))
  }
  return {
    termsFor,
    follow: async (trx) => {
      const { termsOf, stamp } = await clockTermsIn(trx, seed)
      const written = await firstRow<{ value: string }>(trx, "SELECT value FROM setting WHERE name = 'clock-terms'")
      if (written?.value === stamp) return false
      await writeAll(trx, termsOf, (id, { clock, dueAt }) => update.run(clock, dueAt, id))
      await run(trx, "INSERT OR REPLACE INTO setting (name, value) VALUES ('clock-terms', ?)", stamp)
      return true
    },
  }
}

interface Written {
  readonly id: string
  readonly clock: string
  readonly due_at: string | null
  readonly row: string
}

/** CROSS JOIN lets the applications lead: the other way round SQLite would sort all that is left for every page. */
async function writeAll(
  trx: WriteDb,
  termsOf: (scope: string) => UnitTerms,
  write: (id: string, columns: ClockColumns) => void,
): Promise<void> {
  let after = ''
  for (;;) {
    const page = await rows<Written>(
      trx,
      `SELECT a.id, a.clock, a.due_at, r.row FROM application a CROSS JOIN replica r ON r.entity = 'application' AND r.id = a.id
       WHERE a.id > ? AND r.row IS NOT NULL ORDER BY a.id LIMIT ${atOnce}`,
      after,
    )
    for (const { id, clock, due_at, row } of page) {
      const application: Application = JSON.parse(row)
      const columns = clockColumns(application, termsOf(application.collectionUnit))
      if (columns.clock !== clock || columns.dueAt !== due_at) write(id, columns)
    }
    if (page.length < atOnce) return
    after = page.at(-1)?.id ?? ''
    await breathe()
  }
}
