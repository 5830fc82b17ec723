import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import { databases } from '../testing/databases.ts'
import { RowsTogether } from './rows-together.ts'
import { writeRow } from './write-row.ts'

const at = '2026-11-24T02:00:00.000Z'

describe.each(await databases())('rows that are written together, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  test('a row of a unit that is not locked is looked at again before it is written: its version stands above what others wrote meanwhile', async () => {
    const { id, applicationId } = await centre.addCard('k-1', { scope: otherScope })
    const { db } = centre.server.centre
    const versions = await db.transaction().execute(async (trx) => {
      const rows = new RowsTogether(trx, at, new Set([scope]))
      const [card, application] = await rows.named([
        { entity: 'card', id },
        { entity: 'application', id: applicationId },
      ])
      if (!card || !application) throw new Error('the card was not written')
      await writeRow(trx, { ...card, scope: otherScope }, at)
      await rows.write([
        { ...card, scope: otherScope },
        { ...application, scope: otherScope },
      ])
      await rows.flush()
      return trx.selectFrom('rows').select(['id', 'version']).where('id', 'in', [id, applicationId]).execute()
    })
    expect(Object.fromEntries(versions.map((row) => [row.id, row.version]))).toEqual({ [id]: 3, [applicationId]: 2 })
  })

  test('a row of a unit that is locked is read once, and leaves its old unit when it moves', async () => {
    const { id } = await centre.addCard('k-2')
    const { db } = centre.server.centre
    const places = await db.transaction().execute(async (trx) => {
      const rows = new RowsTogether(trx, at, new Set([scope, otherScope]))
      const [card] = await rows.named([{ entity: 'card', id }])
      if (!card) throw new Error('the card was not written')
      await rows.write([{ ...card, scope: otherScope }])
      await rows.flush()
      return trx.selectFrom('rows').select(['scope', 'version']).where('id', '=', id).orderBy('version').execute()
    })
    expect(places).toEqual([
      { scope, version: 2 },
      { scope: otherScope, version: 3 },
    ])
  })
})
