import { join } from 'node:path'
import pg from 'pg'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { cardId } from '../../sync/city.ts'
import { Desk } from '../../sync/desk.ts'
import { beside, type Figure, median } from '../figures.ts'
import type { BenchCentre } from './bench-centre.ts'
import { Pouch, type PouchDoc } from './pouch.ts'

const commands = 1000
const runs = 3
const perTransaction = 100

interface Sent {
  readonly id: string
  readonly envelope: string
  readonly payload: string | null
}

/** A thousand hand-overs sent up from a device's outbox, beside PouchDB sending as many documents of the same content, and beside bare SQL. */
export async function pushFigures(centre: BenchCentre): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-push')
  const [ours, pouched, bare]: [number[], number[], number[]] = [[], [], []]
  const pouch = await Pouch.start(join(place.path, 'pouch'), [])
  try {
    for (let run = 0; run < runs; run++) {
      const { seconds, sent } = await pushed(centre, run)
      ours.push(commands / seconds)
      pouched.push(commands / pouch.push(run, sent.map(documentOf)))
      bare.push(commands / (await bareSql(centre, run, sent)))
    }
  } finally {
    await pouch.stop()
  }
  const figure = { name: `push of ${commands} commands`, value: median(ours), unit: 'commands/s' }
  return [
    beside(figure, { name: 'PouchDB to express-pouchdb', value: median(pouched) }, '>=', 2),
    beside(figure, { name: `idempotent SQL by ${perTransaction}`, value: median(bare) }, '>=', 0.5),
  ]
}

/** Seconds of a whole round of a desk with so many acts in its outbox: signatures, audit and rows included. */
async function pushed(centre: BenchCentre, run: number) {
  const desk = await Desk.enrolled(centre.url, centre.scope, centre.codes[run] ?? '')
  try {
    for (let number = 1; number <= commands; number++)
      await desk.handOver(cardId(centre.scope, run * commands + number), Buffer.from('one signature for all'))
    const sent: Sent[] = await desk.store.read.selectFrom('command').select(['id', 'envelope', 'payload']).execute()
    const began = performance.now()
    const round = await desk.round()
    const seconds = (performance.now() - began) / 1000
    if (!round.ok || (await desk.commands()).waiting > 0) throw new Error('the push did not get through')
    return { seconds, sent }
  } finally {
    await desk.close()
  }
}

const documentOf = ({ id, envelope, payload }: Sent): PouchDoc => ({ _id: id, envelope, payload })

/** The least that keeps a command once and its effect with it: two statements each, in transactions of a hundred. Seconds. */
async function bareSql({ databaseUrl, schema }: BenchCentre, run: number, sent: readonly Sent[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    await client.query('CREATE TABLE IF NOT EXISTS bare_command (id text PRIMARY KEY, envelope text, payload text)')
    await client.query('CREATE TABLE IF NOT EXISTS bare_row (id text PRIMARY KEY, version bigint, row text)')
    const began = performance.now()
    for (let from = 0; from < sent.length; from += perTransaction) {
      await client.query('BEGIN')
      for (const one of sent.slice(from, from + perTransaction)) await bareCommand(client, one, run)
      await client.query('COMMIT')
    }
    return (performance.now() - began) / 1000
  } finally {
    await client.end()
  }
}

async function bareCommand(client: pg.Client, { id, envelope, payload }: Sent, run: number): Promise<void> {
  const kept = await client.query('INSERT INTO bare_command VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    `${run}-${id}`,
    envelope,
    payload,
  ])
  if (kept.rowCount === 0) return
  await client.query(
    'INSERT INTO bare_row VALUES ($1, 1, $2) ON CONFLICT (id) DO UPDATE SET version = bare_row.version + 1, row = EXCLUDED.row',
    [`${run}-${id}`, payload],
  )
}
