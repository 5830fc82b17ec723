import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aCard, cardRow } from '../sync/city.ts'
import { deskFile } from '../sync/desk.ts'
import { anOffice } from '../sync/office.ts'
import { SimulatedCentre } from './centre.ts'
import { tapSqlite } from './disks.ts'
import { reseed, seedProcess } from './seeded-process.ts'
import { Simulation } from './simulation.ts'
import { Station } from './station.ts'

/** The morning of every world. */
export const startsAt = Date.parse('2026-11-24T01:00:00.000Z')
const template = 'template'

/** Cards that the Dinas still has: they may move to another office. */
export const wanderers = (scope: string) => [11, 12].map((number) => aCard(scope, number))

/** What all worlds of this process begin with: a centre with two offices, and the disks of four devices that were enrolled and have their first copy. */
export class Grounds {
  readonly centre: SimulatedCentre
  readonly offices: readonly [string, string]
  readonly devices: readonly { readonly name: string; readonly scope: string; readonly file: string }[]
  readonly #folder: string
  #worlds = 0
  #folders = 0

  private constructor(
    centre: SimulatedCentre,
    offices: Grounds['offices'],
    devices: Grounds['devices'],
    folder: string,
  ) {
    this.centre = centre
    this.offices = offices
    this.devices = devices
    this.#folder = folder
  }

  static async lay(): Promise<Grounds> {
    tapSqlite()
    seedProcess()
    reseed(1)
    const centre = await SimulatedCentre.open(startsAt)
    const offices = [await anOffice(centre.city), await anOffice(centre.city)] as const
    const waiting = wanderers(offices[0]).map((card) => ({ ...card, state: 'print-queue', arrivedAt: null }) as const)
    await centre.city.write(waiting.map(cardRow))
    const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
    const folder = mkdtempSync(join(memory, 'loket-world-'))
    const devices = []
    const simulation = new Simulation(centre, startsAt)
    for (const [index, office] of [0, 0, 1, 1].entries()) {
      const scope = offices[office] as string
      const name = `${'AB'[office]}${(index % 2) + 1}`
      devices.push({ name, scope, file: await enrolled(simulation, name, scope, join(folder, name)) })
    }
    await shareSecondOffice(centre, offices)
    centre.keep(template)
    return new Grounds(centre, offices, devices, folder)
  }

  /** The centre as at the beginning; garbage of earlier worlds is cleared away now and then. */
  begin(seed: number): void {
    reseed(seed)
    this.centre.restore(template)
    this.#worlds += 1
    if (this.#worlds % 25 === 0) this.centre.vacuum()
  }

  newFolder(): string {
    this.#folders += 1
    return join(this.#folder, 'worlds', String(this.#folders))
  }

  /** No device runs any more. */
  clear(): void {
    rmSync(join(this.#folder, 'worlds'), { recursive: true, force: true })
  }

  async remove(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true })
    await this.centre.close()
  }
}

/** The first life of a device, on lines without a fault; returns its database file. */
async function enrolled(simulation: Simulation, name: string, scope: string, folder: string): Promise<string> {
  const complain = (what: string) => {
    throw new Error(what)
  }
  const station = new Station({ name, scope, seed: 1, newFolder: () => folder, complain }, simulation)
  await station.start(() => mkdirSync(folder, { recursive: true }))
  const { desk } = station
  const code = await simulation.centre.city.enrolmentCode(scope)
  const done = await simulation.until(desk.sync.control.enrol({ code: code, serverUrl: simulation.centre.city.url }))
  if (!done.ok) throw new Error(`not enrolled: ${JSON.stringify(done.refusal)} ${desk.errors.join()}`)
  for (let round = 0; round < 2; round++) {
    const synced = await simulation.until(desk.round())
    if (!synced.ok) throw new Error(`no first copy: ${JSON.stringify(synced.refusal)} ${desk.errors.join()}`)
  }
  await station.running?.close()
  station.kill()?.letGo()
  return join(folder, deskFile)
}

/** The second device of the second office serves both: a team that goes out. */
async function shareSecondOffice({ city }: SimulatedCentre, [first, second]: Grounds['offices']): Promise<void> {
  const { db } = city.server.centre
  const last = await db
    .selectFrom('devices')
    .select('device_id')
    .where('home_scope', '=', second)
    .orderBy('device_code', 'desc')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('devices')
    .set({ scopes: `${second} ${first}` })
    .where('device_id', '=', last.device_id)
    .execute()
}
