import { expect, test } from 'vitest'
import { databases } from '../testing/databases.ts'
import { openDatabase } from './open-database.ts'
import { sweep } from './sweep.ts'

test.each(await databases())(
  'nonces, tokens and counts are swept away when their time is over, and not before, on $name',
  async (kind) => {
    const { config, drop } = await kind.open()
    const { databaseUrl: url, databaseSchema: schema } = config
    const now = new Date('2026-11-24T02:00:00.000Z')
    const [over, to_come] = ['2026-11-24T01:59:59.999Z', '2026-11-24T02:00:00.001Z']
    const { db, close } = await openDatabase({ url, schema }, now.toISOString())
    const seconds = now.getTime() / 1000
    for (const [name, expires_at, window_start] of [
      ['old', over, seconds - 86_401],
      ['new', to_come, seconds - 86_399],
    ] as const) {
      await db.insertInto('challenges').values({ nonce: name, device_id: 'd', expires_at }).execute()
      await db.insertInto('tokens').values({ home_scope: 's', token_hash: name, device_id: 'd', expires_at }).execute()
      await db.insertInto('rate_limits').values({ key: name, window_start, count: 1 }).execute()
    }
    await Promise.all([sweep(db, now), sweep(db, now)])
    const left = await Promise.all([
      db.selectFrom('challenges').select('nonce as name').execute(),
      db.selectFrom('tokens').select('token_hash as name').execute(),
      db.selectFrom('rate_limits').select('key as name').execute(),
    ])
    expect(left).toEqual([[{ name: 'new' }], [{ name: 'new' }], [{ name: 'new' }]])
    await close()
    await drop()
  },
)
