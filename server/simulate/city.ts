import { hash } from '@node-rs/argon2'
import type { Card } from '#shared/domain/card/card.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { Db } from '../database/open-database.ts'
import { Mistake } from '../mistake.ts'
import { type Kelurahan, readAreas, readRegionPack } from '../region/areas.ts'
import { keepBlob } from '../sync/blob-store.ts'
import { writeNewRows } from '../sync/write-new-rows.ts'
import type { RowToWrite } from '../sync/write-row.ts'
import { day, instant } from './calendar.ts'
import { type Chance, chanceOf } from './chance.ts'
import { simulateDinas } from './dinas.ts'
import { simulateFilings } from './filings.ts'
import { type Kitir, type Simulated, simulateKelurahan } from './kelurahan.ts'
import { KngStore } from './kng/kng-store.ts'
import type { Parcel } from './parcels.ts'
import { readyIn } from './ready-one.ts'
import { type SigningDesk, signingDesk } from './signing-desk.ts'
import { demoPassword } from './staff.ts'

export interface SimulationOptions {
  /** Scope of the kelurahan that gets the cards. */
  readonly kelurahan: string
  readonly cards: number
  readonly seed: number
  /** The day the city stands still at; milliseconds. */
  readonly now: number
  /** Where the simulated KNG finds the applications that were filed at the counter; without it nowhere. */
  readonly kngFolder?: string | undefined
  /** Leaves the PIN verifiers out: each costs about 20 ms. */
  readonly withoutVerifiers?: boolean
}

export interface SimulatedCity {
  readonly kitirs: readonly Kitir[]
  /** What is on its way to the chosen kelurahan. */
  readonly parcels: readonly Parcel[]
  readonly rows: number
}

const cardsElsewhere = 4
const verifierCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Everybody works here for longer than any device's clock is wrong. */
const staffSince = 400 * day

/** Fills an empty central database. Throws a `Mistake` when it is not empty. */
export async function simulateCity(db: Db, options: SimulationOptions): Promise<SimulatedCity> {
  const { kelurahan, dinas } = readAreas()
  if (await db.selectFrom('scopes').select('scope').executeTakeFirst())
    throw new Mistake('There is a city in this database already: the simulator only fills an empty one.')
  const world = {
    chance: chanceOf(options.seed),
    taken: new Set<string>(),
    counters: { kitir: 48_000, shelf: new Map<string, number>() },
    now: options.now,
  }
  const passwordHash = await hash(demoPassword, { ...verifierCost, salt: Buffer.from(world.chance.bytes(16)) })
  const kitirs: Kitir[] = []
  const parcels: Parcel[] = []
  const incidents: RowToWrite[] = []
  let rows = 0
  for (const one of kelurahan) {
    const chosen = one.code === options.kelurahan
    const desk = chosen ? signingDesk(world.chance, one.code, '08', instant(options.now - staffSince)) : null
    const made = simulateKelurahan(world, one, chosen ? options.cards : cardsElsewhere, desk)
    if (chosen && !options.withoutVerifiers) await seal(made, world.chance)
    const documents = desk ? await filed(made, one, desk, world.taken, options) : new Map<string, Buffer>()
    await store(db, one.code, made, passwordHash, world.chance, options.now)
    await keepAll(db, one.code, documents, options.now)
    kitirs.push(...made.kitirs)
    if (chosen) parcels.push(...made.parcels)
    if (chosen) incidents.push(...made.rows.filter(({ entity }) => entity === 'incident'))
    rows += made.rows.length
    if (kitirs.length > 0 && !kitirs.some(({ note }) => note === 'elsewhere')) kitirs.push(...elsewhere(made, chosen))
  }
  // Last, so that the city's people and cards are drawn as they were before there was a Dinas.
  const office = simulateDinas(world.chance, dinas)
  office.rows.push(...registerOf(incidents, dinas.code))
  await store(db, dinas.code, office, passwordHash, world.chance, options.now)
  return { kitirs, parcels, rows: rows + office.rows.length }
}

/** What was filed at the counter. With a chance of its own: nothing else changes with it. Returns the documents that were made of it. */
async function filed(
  made: Simulated,
  kelurahan: Kelurahan,
  desk: SigningDesk,
  taken: Set<string>,
  { now, seed, kngFolder, withoutVerifiers }: SimulationOptions,
): Promise<ReadonlyMap<string, Buffer>> {
  const { catalogue = { version: 0, services: [] } } = readRegionPack()
  const kng = new KngStore(kngFolder ?? null)
  const verifiers = withoutVerifiers !== true
  const where = {
    chance: chanceOf(seed + 38),
    kelurahan,
    staff: made.staff,
    desk,
    taken,
    now,
    catalogue,
    kng,
    verifiers,
  }
  const { rows, kitirs, documents } = await simulateFilings(where, readyIn(made))
  made.rows.push(...rows)
  made.kitirs.push(...kitirs)
  return documents
}

async function keepAll(db: Db, scope: string, documents: ReadonlyMap<string, Buffer>, now: number): Promise<void> {
  for (const [sha256, bytes] of documents)
    await db.transaction().execute((trx) => keepBlob(trx, { scope, sha256, bytes, from: 'kng', at: instant(now) }))
}

/** The register's own rows of the incidents whose copies a kelurahan has. */
const registerOf = (copies: readonly RowToWrite[], scope: string): RowToWrite[] =>
  copies.map(({ entity, row }) => {
    const { registerId, ...told } = row as Incident
    const id = registerId ?? told.id
    return { scope, entity, id, row: { ...told, id, scope } }
  })

/** Some cards elsewhere, to see how the program says where they are. */
function elsewhere({ rows, sealed }: Simulated, chosen: boolean): Kitir[] {
  if (chosen) return []
  const row = rows.find(({ entity, row }) => entity === 'card' && Reflect.get(row, 'state') === 'ready')
  if (!row) return []
  const card = row.row as Card
  const { kitirNumber, kitirCode: code, ownerName, ownerNik, kind } = card
  const pin = sealed.find(({ cardId }) => cardId === card.id)?.pin ?? null
  return [
    {
      kitirNumber,
      code,
      pin,
      cardIds: [card.id],
      labelCodes: [card.labelCode],
      ownerName,
      ownerNik,
      kind,
      service: 'KTP-ULANG',
      note: 'elsewhere',
    },
  ]
}

/** Puts the verifier of each PIN into its card's row. Salts are drawn first: hashing may end in any order. */
async function seal({ rows, sealed }: Simulated, chance: Chance): Promise<void> {
  const salted = sealed.map((one) => ({ ...one, salt: Buffer.from(chance.bytes(16)) }))
  const verifiers = await Promise.all(salted.map(({ pin, salt }) => hash(pin, { ...verifierCost, salt })))
  const byCard = new Map(sealed.map(({ cardId }, index) => [cardId, verifiers[index]]))
  for (const [index, one] of rows.entries()) {
    const pinVerifier = one.entity === 'card' ? byCard.get(one.id) : undefined
    if (pinVerifier) rows[index] = { ...one, row: { ...one.row, pinVerifier } }
  }
}

async function store(
  db: Db,
  scope: string,
  { rows, staff }: Pick<Simulated, 'rows' | 'staff'>,
  passwordHash: string,
  chance: Chance,
  now: number,
): Promise<void> {
  const override_secret = Buffer.from(chance.bytes(32)).toString('base64url')
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('scopes').values({ scope, seq: 0, folded_seq: 0, override_secret }).execute()
    await writeNewRows(trx, scope, rows, (row) => timeOf(row, now))
    for (const { id: staff_id, username } of staff)
      await trx
        .insertInto('staff_accounts')
        .values({ scope, username, staff_id, password_hash: passwordHash })
        .execute()
  })
}

const timeOf = ({ entity }: RowToWrite, now: number) => instant(entity === 'staff' ? now - staffSince : now)
