import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { ACentre, scope } from '../../testing/a-centre.ts'
import { databases } from '../../testing/databases.ts'
import { up } from './0004-lan-keys.ts'

let centre: ACentre
afterEach(() => centre.close())

test.each(await databases())(
  'devices enrolled before get their key into their row, and every device pulls it, on $name',
  async (kind) => {
    centre = await ACentre.open(kind)
    const [first, second] = [await centre.device(), await centre.device()]
    const { db } = centre.server.centre
    // As an older centre wrote it.
    await sql`UPDATE rows SET "row" = ("row"::jsonb - 'lanKey')::text WHERE entity = 'device-key'`.execute(db)
    await db
      .updateTable('devices')
      .set({ state: 'revoked' })
      .where('device_id', '=', second.identity.deviceId)
      .execute()
    const { cursor } = await first.copy()
    await up(db)
    await up(db)
    const { rows } = await first.changes(cursor)
    const kept = await db.selectFrom('devices').select(['device_id', 'lan_key']).execute()
    const keyOf = (id: string) => kept.find(({ device_id }) => device_id === id)?.lan_key
    const told = rows.map(({ entity, version, row }) => ({ entity, version, ...row }))
    expect(told).toHaveLength(2)
    for (const { identity } of [first, second])
      expect(told).toContainEqual(
        expect.objectContaining({
          entity: 'device-key',
          version: 2,
          scope,
          deviceId: identity.deviceId,
          lanKey: keyOf(identity.deviceId),
          revokedAt: identity === second.identity ? expect.any(String) : null,
        }),
      )
  },
)
