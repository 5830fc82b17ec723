import { randomBytes, randomUUID } from 'node:crypto'
import { openDatabase } from '../../server/database/open-database.ts'
import { readAreas } from '../../server/region/areas.ts'
import { writeNewRows } from '../../server/sync/write-new-rows.ts'
import type { RowToWrite } from '../../server/sync/write-row.ts'
import { addDevice, type DeviceKeys, newKeys } from './device-keys.ts'

/** One unit with its desks and the cards that can still be handed over there. */
export interface Unit {
  readonly scope: string
  readonly cards: { readonly id: string; readonly applicationId: string }[]
}

/** A desk before it speaks for the first time. */
export interface Desk extends DeviceKeys {
  readonly unit: Unit
}

export interface World {
  readonly units: readonly Unit[]
  readonly desks: readonly Desk[]
  readonly rows: number
}

/** 245 clients in 153 kelurahan, 31 kecamatan and the halls: between one and two at a place. */
const desksPerUnit = 1.6
export const staffId = 'rini'
const staffSince = '2025-01-01T00:00:00.000Z'

/**
 * Units with their people, desks and cards, written straight into an empty database: 2 000 enrolments one after the other would only test the limit of
 * enrolments. Any first part of the desks has as many desks to a unit as all of them have.
 */
export async function makeWorld(url: string, devices: number, cardsPerUnit: number): Promise<World> {
  const now = new Date().toISOString()
  const { db, close } = await openDatabase({ url }, now)
  try {
    const units = scopes(Math.max(1, Math.round(devices / desksPerUnit))).map((scope): Unit => ({ scope, cards: [] }))
    let rows = 0
    for (const unit of units) {
      const written = rowsOf(unit, cardsPerUnit, now)
      rows += written.length
      await db.transaction().execute(async (trx) => {
        const override_secret = randomBytes(32).toString('base64url')
        await trx.insertInto('scopes').values({ scope: unit.scope, seq: 0, folded_seq: 0, override_secret }).execute()
        await writeNewRows(trx, unit.scope, written, ({ entity }) => (entity === 'staff' ? staffSince : now))
      })
    }
    const desks: Desk[] = []
    for (let index = 0; index < devices; index++) {
      const unit = units[Math.min(units.length - 1, Math.floor(index / desksPerUnit))]
      if (!unit) throw new Error('there is no unit')
      const keys = newKeys(index)
      await addDevice(db, unit.scope, keys, now)
      desks.push({ ...keys, unit })
    }
    return { units, desks, rows }
  } finally {
    await close()
  }
}

/** Those of the city first, then made-up ones of the same form. */
function scopes(count: number): readonly string[] {
  const real = readAreas().kelurahan.map(({ code }) => code)
  const madeUp = Array.from(
    { length: Math.max(0, count - real.length) },
    (_, index) => `99${String(10_000_000 + index)}`,
  )
  return [...real, ...madeUp].slice(0, count)
}

function rowsOf(unit: Unit, cards: number, now: string): readonly RowToWrite[] {
  const { scope } = unit
  const person = {
    id: staffId,
    scope,
    username: staffId,
    name: 'Rini',
    code: 'X-1',
    roles: ['kelurahan'],
    active: true,
  }
  const place = { id: scope, scope, kind: 'kelurahan', name: scope, kecamatan: scope, zone: 'Asia/Jakarta' }
  const rows: RowToWrite[] = [
    { scope, entity: 'unit', id: scope, row: place },
    { scope, entity: 'staff', id: staffId, row: person },
  ]
  for (let index = 0; index < cards; index++) rows.push(...cardOf(unit, now))
  return rows
}

function cardOf(unit: Unit, now: string): readonly RowToWrite[] {
  const { scope } = unit
  const [id, applicationId, mark] = [randomUUID(), randomUUID(), randomBytes(9).toString('base64url')]
  unit.cards.push({ id, applicationId })
  const kitir = { kitirNumber: `KNG-2611-${mark}`, kitirCode: `https://klampid.example/k/${mark}-0123456789abcd` }
  const owner = { ownerName: 'Dewi Lestari Handayani', ownerNik: '3578015204900001', ownerBirthDate: '1990-04-12' }
  const times = { dueAt: now, acceptedAt: now, fulfilledAt: now }
  const card = {
    ...{
      id,
      scope,
      applicationId,
      kind: 'ktp-el',
      state: 'ready',
      issueReason: 'damaged',
      ...owner,
      ...kitir,
      ...times,
    },
    ...{ kkNumber: '3578010101190001', labelCode: `LBL-${mark}`, place: { rack: 'A', box: '2', number: '14' } },
    ...{ pinVerifier: null, arrivedAt: now, handedOver: null, caseId: null },
  }
  const application = {
    ...{ id: applicationId, scope, service: 'KTP-ULANG', status: 'SIAP_DIAMBIL', ...kitir, ...times },
    ...{ applicantName: owner.ownerName, applicantNik: owner.ownerNik, submittedAt: now, collectionUnit: scope },
  }
  return [
    { scope, entity: 'application', id: applicationId, row: application },
    { scope, entity: 'card', id, row: card },
  ]
}
