import type { Salvage } from '../database/salvage/salvage.ts'
import { shapeOf } from '../database/salvage/salvage.ts'
import { rows, run } from '../database/sql.ts'
import type { Store } from '../database/store.ts'
import { identityFrom } from '../sync/device-record.ts'
import { rememberOf } from '../sync/sync-state.ts'
import type { RebuildFrom } from './rebuild-from.ts'

/**
 * Where the device stands in the centre's changes has to fit the rows that are here. Where all of them could be read it stands where they stood; else it copies them anew, with the
 * next connection, and goes on showing what it has meanwhile.
 */
export async function copyAnewFrom(store: Store, from: RebuildFrom): Promise<void> {
  const whole = wholeSource(from)
  if (from.rows === 'all' && whole === from.current && whole !== null) return
  const places = whole ? placesIn(store, whole) : []
  await store.inTransaction(async (trx) => {
    const device = store.prepare('SELECT identity FROM device').all()[0] as { identity: string | null } | undefined
    const scopes = device?.identity ? identityFrom(device.identity).scopes : []
    const before = await rows<{ value: string }>(trx, "SELECT value FROM sync_state WHERE name LIKE 'snapshot:%'")
    const epoch = Math.max(0, ...before.map(({ value }) => Number(JSON.parse(value).epoch) || 0)) + 1
    await run(
      trx,
      "DELETE FROM sync_state WHERE name LIKE 'cursor:%' OR name LIKE 'position:%' OR name LIKE 'snapshot:%'",
    )
    if (places.length > 0)
      for (const [name, value] of places)
        await run(trx, 'INSERT INTO sync_state (name, value) VALUES (?, ?)', name, value)
    else for (const scope of scopes) await rememberOf(trx, 'snapshot:', scope, { ...beginning, epoch })
  })
}

const beginning = { after: null, cursor: null, rows: 0, total: null, bytes: 0, complete: false }

/** The one whose rows and places were both read from end to end. */
function wholeSource({ current, backup, rows: wanted }: RebuildFrom): Salvage | null {
  const source = { all: current, backup, none: null }[wanted]
  return source?.isWhole('replica') && source.isWhole('sync_state') ? source : null
}

function placesIn(store: Store, source: Salvage): (readonly [string, string])[] {
  const found = [...source.rows('sync_state', shapeOf(store, 'sync_state'))]
  return found
    .map(({ name, value }) => [String(name), String(value)] as const)
    .filter(([name]) => /^(cursor|position|snapshot):/.test(name))
}
