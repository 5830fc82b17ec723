import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import type { Chance } from '../../server/simulate/chance.ts'
import { kelurahan } from '../fixtures/city.ts'
import { freePort } from '../fixtures/free-port.ts'
import { root } from '../fixtures/root.ts'
import { CentreInTrouble } from './centre-in-trouble.ts'
import { DeskInTrouble } from './desk-in-trouble.ts'
import { OwnPostgres } from './own-postgres.ts'
import { RoughLine } from './rough-line.ts'

const clerks = ['rini', 'fauzi', 'hendra'] as const

const parcels = z.array(
  z.looseObject({ shipmentId: z.string(), cards: z.array(z.looseObject({ labelCode: z.string() })) }),
)
export type Parcel = z.output<typeof parcels>[number]

/** One kelurahan with several desks, each on a line of its own, a central server and its PostgreSQL: all real processes. */
export interface Office {
  readonly centre: CentreInTrouble
  readonly desks: readonly DeskInTrouble[]
  readonly lines: readonly RoughLine[]
  /** Cards that lay ready when the day began. */
  readonly cardIds: readonly string[]
  readonly parcel: Parcel
  close(): Promise<void>
}

/** Made from nothing in a folder. The lines are good until they are made rough. */
export async function openOffice(
  folder: string,
  chance: Chance,
  size: { desks: number; cards: number },
): Promise<Office> {
  const postgres = await OwnPostgres.make()
  await postgres.start()
  simulate(folder, postgres.url, size.cards)
  const centre = await CentreInTrouble.open(postgres, await freePort())
  const desks: DeskInTrouble[] = []
  const lines: RoughLine[] = []
  for (let number = 1; number <= size.desks; number++) {
    const line = await RoughLine.open(await freePort(), centre.port, chance)
    const code = await centre.enrolmentCode(kelurahan, `0${number}`)
    const clerk = clerks[(number - 1) % clerks.length] ?? 'rini'
    desks.push(await DeskInTrouble.open(folder, `desk-${number}`, line.port, clerk, code))
    lines.push(line)
  }
  const close = async () => {
    await Promise.all(desks.map((desk) => desk.stop()))
    await Promise.all(lines.map((line) => line.close()))
    await centre.close()
  }
  const parcel = parcels.parse(JSON.parse(readFileSync(join(folder, 'simulated', 'parcels.json'), 'utf8'))).at(-1)
  if (!parcel) throw new Error('the simulator sent no parcel')
  return { centre, desks, lines, cardIds: await readyCards(postgres.url), parcel, close }
}

function simulate(folder: string, databaseUrl: string, cards: number): void {
  const size = ['--kelurahan', kelurahan, '--cards', String(cards), '--seed', '7', '--no-verifiers']
  const places = ['--database-url', databaseUrl, '--out', join(folder, 'simulated')]
  const { status, stderr } = spawnSync(process.execPath, ['server/simulate/index.ts', ...size, ...places], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the simulator ended with ${status}: ${stderr}`)
}

/** Runs one query on the centre's database. */
export async function askPostgres<R>(url: string, query: string, values: readonly unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query, [...values])).rows
  } finally {
    await client.end()
  }
}

async function readyCards(url: string): Promise<readonly string[]> {
  const found = await askPostgres<{ id: string }>(
    url,
    // Those that their owners collect themselves.
    `SELECT id FROM rows WHERE scope = $1 AND entity = 'card' AND state = 'ready' AND row::json ->> 'kind' = 'ktp-el'
      ORDER BY id`,
    [kelurahan],
  )
  return found.map(({ id }) => id)
}
