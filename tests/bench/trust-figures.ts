import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import { Centre } from '../fixtures/centre.ts'
import { type City, copyCity, type Desk, password } from '../fixtures/city.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { Link } from '../fixtures/link.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { engineStarts } from './engine-starts.ts'
import { against, beside, type Figure, median, percentile } from './figures.ts'
import { madeUpRows } from './made-up-rows.ts'

/** Two rows each, the application and its card. */
const applications = 100_000
const pin = '482913'
const [signIns, unlocks, starts, backups] = [60, 100, 10, 3]

/** What stands between a person and the data, and what keeps the data safe, on the database of a large office: the real engine in a process of its own. */
export async function trustFigures(template: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-trust')
  const city = copyCity(template.folder, join(place.path, 'city'))
  const [desk] = city.desks
  if (!desk) throw new Error('the city has no desk')
  const empty = await engineStarts(place.path, desk.dataDir, starts)
  await fill(desk.dataDir)
  const started = await engineStarts(place.path, desk.dataDir, starts)
  const name = `birth of the engine's process with ${2 * applications} rows until it answers`
  return [
    against({ name: `${name}, p95`, value: percentile(started, 95), unit: 'ms' }, '<', 300),
    // Most of it is the program itself, not the data.
    beside(
      { name: `${name}, p50`, value: median(started), unit: 'ms' },
      { name: 'with an empty database', value: median(empty) },
      '<=',
      1.2,
    ),
    ...(await withoutCentre(desk)),
    await atTheCentre(city, desk),
  ]
}

async function fill(dataDir: string): Promise<void> {
  const { key } = z.object({ key: z.string() }).parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8')))
  const { store, rows } = await openBareStore(dataDir, Buffer.from(key, 'base64'))
  await writeRows(store, rows, madeUpRows(applications))
  await store.close()
}

const lineTo = ({ dataDir, centrePort }: Desk) =>
  EngineLine.start({ dataDir, serverUrl: `http://127.0.0.1:${centrePort}` })

async function withoutCentre(desk: Desk): Promise<readonly Figure[]> {
  const engine = await lineTo(desk)
  try {
    const signedIn = await timeEach(signIns, () => engine.signIn('hendra', password))
    await engine.call('session.set-pin', { password, pin })
    const unlocked = await timeEach(
      unlocks,
      () => engine.call('session.unlock', { pin }),
      () => engine.call('session.lock', {}),
    )
    return [
      against({ name: 'sign-in without the centre, p95', value: percentile(signedIn, 95), unit: 'ms' }, '<', 700),
      against({ name: 'unlocking with the PIN, p95', value: percentile(unlocked, 95), unit: 'ms' }, '<', 150),
      ...(await backingUp(engine, desk)),
    ]
  } finally {
    await engine.stop()
  }
}

/** The centre is another process on the same machine. */
async function atTheCentre(city: City, desk: Desk): Promise<Figure> {
  const centre = await Centre.start(join(city.folder, city.serverData))
  const link = await Link.open(desk.centrePort, centre.url)
  const engine = await lineTo(desk)
  try {
    await engine.until('app.status', {}, ({ connection }) => connection.state === 'online')
    const signedIn = await timeEach(signIns, () => engine.signIn('hendra', password))
    return against({ name: 'sign-in at the centre, p95', value: percentile(signedIn, 95), unit: 'ms' }, '<', 700)
  } finally {
    await engine.stop()
    await link.close()
    await centre.stop()
  }
}

/** Somebody changes the look of the program again and again, before and during a backup. */
async function backingUp(engine: EngineLine, { dataDir }: Desk): Promise<readonly Figure[]> {
  const usual = await commandsUntil(engine, pause(3000))
  const took: number[] = []
  const waits: number[] = []
  for (let run = 0; run < backups; run++) {
    const began = performance.now()
    waits.push(...(await commandsUntil(engine, engine.call('data.back-up', {}))))
    took.push((performance.now() - began) / 1000)
  }
  const name = `backup of ${Math.round(statSync(join(dataDir, 'loket.db')).size / 1e6)} MB`
  return [
    against({ name: `${name}, the longest of ${backups}`, value: Math.max(...took), unit: 's' }, '<', 60),
    against({ name: `${name}: a command meanwhile, at most`, value: Math.max(...waits), unit: 'ms' }, '<', 50),
    against({ name: 'the same commands without a backup, at most', value: Math.max(...usual), unit: 'ms' }, '<', 50),
  ]
}

/** Milliseconds of each command. */
async function commandsUntil(engine: EngineLine, end: Promise<unknown>): Promise<readonly number[]> {
  let over = false
  const ended = end.finally(() => {
    over = true
  })
  const took: number[] = []
  while (!over) {
    const theme = took.length % 2 === 0 ? 'dark' : 'light'
    took.push(...(await timeEach(1, () => engine.call('settings.save', { theme }))))
    await pause(10)
  }
  await ended
  return took
}

async function timeEach(
  times: number,
  act: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<readonly number[]> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    await before()
    const began = performance.now()
    await act()
    took.push(performance.now() - began)
  }
  return took
}
