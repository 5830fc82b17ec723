import type { RowChange } from '#shared/domain/act/row-set.ts'
import { copyFor, copyId, type Incident } from '#shared/domain/incident/incident.ts'
import type { Db } from '../database/open-database.ts'

/**
 * The copies of each entry of the register that changed, one for every unit that it struck, so that their devices learn of it with their own rows.
 * The caller holds the locks of their scopes (`scopesStruck`).
 */
export async function incidentCopies(trx: Db, changed: readonly RowChange[]): Promise<RowChange[]> {
  const entries = changed.flatMap(({ entity, row }) => (entity === 'incident' ? [row as Incident] : []))
  if (entries.length === 0) return []
  const scopes = await scopesStruck(trx)
  return entries.flatMap((entry) =>
    scopes.flatMap((scope): RowChange[] => {
      const row = copyFor(entry, scope)
      return row ? [{ entity: 'incident', id: copyId(entry.id, scope), row }] : []
    }),
  )
}

/** Every scope, in code order: an incident may have struck them all, and there are few incidents. */
export async function scopesStruck(trx: Db): Promise<readonly string[]> {
  const scopes = await trx.selectFrom('scopes').select('scope').orderBy('scope').execute()
  return scopes.map(({ scope }) => scope)
}
