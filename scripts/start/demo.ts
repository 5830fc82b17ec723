import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ZodError } from 'zod'
import { type Lock, takeLock } from '../../server/database/take-lock.ts'
import { Mistake } from '../../server/mistake.ts'
import { openKngSimulator } from '../../server/simulate/kng/open-simulator.ts'
import { Centre } from '../../tests/fixtures/centre.ts'
import { type City, type Desk, dinasPeople, makeCity, openCity, password, people } from '../../tests/fixtures/city.ts'
import { Link } from '../../tests/fixtures/link.ts'
import { say } from '../setup/root.mjs'
import { openPaperPrinter } from './paper-printer.ts'

export interface Demo {
  readonly desk: Desk
  readonly saveDir: string
  /** What to tell the person who started it. */
  readonly introduction: string
  close(): Promise<void>
}

/** One demonstration at a time may have its folder: a second one would find half a city, and begin anew in it. Throws a `Mistake`. */
export const claimDemo = (folder: string): Lock =>
  // Beside the folder, which is deleted to begin anew.
  takeLock(`${folder}.lock`, (holder) => new Mistake(`Loket is running already (${holder}): end that one first.`))

/** How long an application stays at each step of the simulated KNG. */
const kngStepMs = 45_000

/** At whose desk the program starts: a kelurahan's, or the one of the Dinas above it. */
export type Place = 'kelurahan' | 'dinas'

/** The simulated city of the demonstration, made at the first start and kept: what is handed over stays handed over. Throws a `Mistake` for one of an older version. */
export async function openDemo(folder: string, place: Place = 'kelurahan'): Promise<Demo> {
  const city = existsSync(join(folder, 'plan.json')) ? kept(folder) : await make(folder)
  const token = randomBytes(16).toString('base64url')
  // Beside the e-Kitir: what the city was made with.
  const kngFolder = join(city.folder, dirname(city.kitirFolder), 'kng')
  const kng = await openKngSimulator({ token, folder: kngFolder, stepEveryMs: kngStepMs })
  const centre = await Centre.start(join(city.folder, city.serverData), { kng: { url: kng.url, token } })
  const desk = place === 'dinas' ? city.dinas : city.desks[0]
  if (!desk) throw new Error('the demonstration has no desk')
  const link = await Link.open(desk.centrePort, centre.url)
  const paper = await openPaperPrinter(desk.printerPort, join(folder, 'paper'))
  const saveDir = join(folder, 'saved')
  mkdirSync(saveDir, { recursive: true })
  return {
    desk,
    saveDir,
    introduction: introduce(
      place,
      { server: centre.url, kng: kng.url },
      join(folder, city.kitirFolder),
      join(folder, 'paper'),
    ),
    close: async () => {
      await paper.close()
      await link.close()
      await centre.stop()
      await kng.close()
    },
  }
}

function kept(folder: string): City {
  try {
    return openCity(folder)
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause
    throw new Mistake(`The simulated city in ${folder} is of an older version: delete that folder to begin anew.`)
  }
}

/** A half-made city would only look like a broken one. */
function make(folder: string) {
  say('making the simulated city and enrolling the demo devices (once)')
  rmSync(folder, { recursive: true, force: true })
  return makeCity(folder, { cards: 200, desks: 1 })
}

const whom: Record<Place, string> = {
  kelurahan: `${people.join(', ')} (hendra is the supervisor)`,
  dinas: `${dinasPeople.join(', ')} (dewi is the supervisor)`,
}

const introduce = (place: Place, { server, kng }: { server: string; kng: string }, kitirs: string, paper: string) => `
Loket is running.
  sign in as       ${whom[place]}; password ${password}
  e-Kitir          ${kitirs} (hold one before the camera, or drop its PNG on "Pindai"; PINs are in index.json)
  receipts         ${paper}
  central server   ${server}/docs
  KNG (simulated)  ${kng}/documentation (an application moves every 45 s; POST /simulator/step moves all at once)
Ctrl+C ends everything.`
