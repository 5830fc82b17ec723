import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runDaily } from '../daily-jobs.ts'
import { advisoryLocks } from '../database/advisory-locks.ts'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'
import { foldChanges } from './fold-changes.ts'
import { beginIncarnation } from './incarnation.ts'
import { writeRows } from './write-row.ts'

const daySeconds = 86_400

describe.each(await centres())('folding of changes, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  beforeEach(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterEach(() => centre.close())

  const muchLater = async () => {
    centre.later(40 * daySeconds)
    await device.signIn()
  }
  const fold = () => foldChanges(centre.server.centre.db, centre.server.centre.now())
  const changesKept = () =>
    centre.server.centre.db.selectFrom('changes').select('seq').where('scope', '=', scope).orderBy('seq').execute()
  const asked = async (cursor: string, limit = 2000) => {
    const answer = await device.request(`/v1/sync/changes?cursor=${encodeURIComponent(cursor)}&limit=${limit}`)
    return answer.status === 200
      ? 'a page'
      : [answer.status, errorOf({ status: answer.status, body: await answer.json() })]
  }
  /** What a cursor of one scope says of it. */
  const placeIn = async (which: string) => {
    const { end } = await device.page(`/v1/sync/snapshot?scope=${which}`)
    return JSON.parse(Buffer.from(end.cursor, 'base64url').toString())
  }
  const addCards = async (count: number, name: string) => {
    for (let number = 1; number <= count; number++) await centre.addCard(`${name}-${number}`)
  }

  test('what is older than 30 days goes; who has heard all of it goes on, who has not copies anew, and nobody misses anything', async () => {
    const early = (await device.copy()).cursor
    await addCards(4, 'old')
    const { cursor } = await device.copy()
    await muchLater()
    await device.verdicts(device.handOver('old-1'))
    const whole = await device.changes(cursor)
    expect(await fold()).toBeGreaterThan(8)
    expect(await asked(early)).toEqual([410, 'cursor-too-old'])
    expect(await device.changes(cursor)).toEqual({ ...whole, end: { ...whole.end, serverTime: expect.anything() } })
    const again = await device.copy(3)
    expect(again.rows.filter(({ entity }) => entity === 'card')).toHaveLength(4)
    expect(await asked(again.cursor)).toBe('a page')
    expect(await fold()).toBe(0)
  })

  // PGlite has one connection: there nothing goes on beside it.
  test.runIf(kind.name === 'PostgreSQL')('a sweep at the same moment does not end the folding', async () => {
    await addCards(4, 'old')
    await muchLater()
    const { db } = centre.server.centre
    const folded = await db.transaction().execute(async (sweeping) => {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(advisoryLocks.sweep)})`.execute(sweeping)
      return fold()
    })
    expect(folded).toBeGreaterThan(0)
  })

  test('a place that was folded away is of another history when the database was put back since: nothing is left to compare it with', async () => {
    const early = (await device.copy()).cursor
    await addCards(2, 'old')
    const { db, now } = centre.server.centre
    await beginIncarnation(db, now().toISOString(), 'put back')
    expect(await asked(early)).toBe('a page')
    await muchLater()
    await fold()
    expect(await asked(early)).toEqual([410, 'other-history'])
    expect(await asked((await device.copy()).cursor)).toBe('a page')
  })

  test('a page that is full with the first scope has looked at the places in all the others', async () => {
    const { db } = centre.server.centre
    const { deviceId } = device.identity
    const between = '3578090000'
    const some = { folded_seq: 0, override_secret: 'c2VjcmV0' }
    await db
      .insertInto('scopes')
      .values({ ...some, scope: between, seq: 0 })
      .execute()
    const scopes = [otherScope, between, scope]
    await db
      .updateTable('devices')
      .set({ scopes: scopes.join(' ') })
      .where('device_id', '=', deviceId)
      .execute()
    await device.signIn()
    const [first, last] = [await placeIn(otherScope), await placeIn(scope)]
    await centre.addCard('elsewhere', { scope: otherScope })
    await addCards(2, 'old')
    await db.updateTable('changes').set({ tag: 'written over' }).where('scope', '=', scope).execute()
    const at = { ...first.at, [between]: 0, ...last.at }
    const all = Buffer.from(JSON.stringify({ ...last, at, tags: { ...first.tags, ...last.tags } }))
    expect(await asked(all.toString('base64url'), 1)).toEqual([410, 'other-history'])
  })

  test('a device in the middle of a pull is sent to a new copy rather than over a gap', async () => {
    const early = (await device.copy()).cursor
    await addCards(6, 'old')
    const { end } = await device.page(`/v1/sync/changes?cursor=${encodeURIComponent(early)}&limit=4`)
    expect(end.more).toBe(true)
    await muchLater()
    await addCards(1, 'young')
    await fold()
    expect(await asked(end.cursor)).toEqual([410, 'cursor-too-old'])
  })

  test('while changes are folded away under it, no page passes over one', async () => {
    const early = (await device.copy()).cursor
    await addCards(20, 'old')
    await muchLater()
    let folding = true
    const answers: unknown[] = []
    const pull = async () => {
      while (folding) {
        let cursor = early
        for (;;) {
          const answer = await device.request(`/v1/sync/changes?cursor=${encodeURIComponent(cursor)}&limit=7`)
          answers.push(answer.status)
          const lines = (await answer.text())
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
          if (answer.status === 410) break
          const { cursor: next, more } = lines.pop()
          const before = JSON.parse(Buffer.from(cursor, 'base64url').toString()).at[scope]
          expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => before + 1 + index))
          if (!more) break
          cursor = next
        }
      }
    }
    const pulling = pull()
    await vi.waitFor(() => expect(answers).toContain(200))
    await fold()
    folding = false
    await pulling
    expect(answers.every((status) => status === 200 || status === 410)).toBe(true)
  })

  test('it takes many steps for many rows, and leaves the last one', async () => {
    const note = (number: number) => ({ id: `h-${number}`, scope, kkNumber: '3578010101190001', members: [] })
    const rows = Array.from({ length: 2_300 }, (_, number) => ({
      ...{ scope, entity: 'household' as const, id: `h-${number}`, row: note(number) },
    }))
    await centre.server.centre.db.transaction().execute((trx) => writeRows(trx, rows, '2026-10-01T00:00:00.000Z'))
    await muchLater()
    expect(await fold()).toBeGreaterThan(2_300)
    expect(await changesKept()).toHaveLength(1)
  })

  test('once a day, by one of several processes that look', async () => {
    const look = () => runDaily(centre.server.centre)
    const first = await Promise.all([look(), look(), look()])
    expect(first.filter((folded) => folded !== null)).toHaveLength(1)
    centre.later(daySeconds - 1)
    expect(await look()).toBeNull()
    centre.later(1)
    expect(await look()).toBe(0)
  })
})
