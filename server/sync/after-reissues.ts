import type { Act } from '#shared/domain/act/acts.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { Filing, Kitir } from '#shared/domain/filing/filing.ts'
import { filingAfterReissues, kitirAfterReissues } from '#shared/domain/filing/reissued-before.ts'
import type { RowAccess } from './row-access.ts'
import { filingKey } from './row-keys.ts'

/** What an application makes, where an e-Kitir was made anew for it before it came. Of every other act what it made. */
export async function afterReissues(
  rows: RowAccess,
  act: Act,
  changed: readonly RowChange[],
): Promise<readonly RowChange[]> {
  if (act.type !== 'application.file') return changed
  const found = await rows.byKeys(['kitir'], [filingKey(act.payload.applicationId)])
  const kitirs = found.map(({ row }) => row as Kitir)
  return changed.map((change) => {
    if (change.entity === 'kitir') return { ...change, row: kitirAfterReissues(change.row as Kitir, kitirs) }
    if (change.entity === 'filing') return { ...change, row: filingAfterReissues(change.row as Filing, kitirs) }
    return change
  })
}
