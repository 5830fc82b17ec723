import { join } from 'node:path'
import { readToolchain } from '../../scripts/setup/toolchain.ts'
import type { City } from '../fixtures/city.ts'
import { copyCity } from '../fixtures/city.ts'
import { deskEnvironment } from '../fixtures/desk-app.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { coldStart, type Program, type Start } from './cold-start.ts'
import { beside, type Figure, median } from './figures.ts'

const runs = 5

/** Cold start and memory of the app beside a blank Electron window, taken in turns so that both meet the same machine. */
export async function startFigures(city: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-start')
  const blank = blankProgram(place.path)
  const app = appProgram(city, place.path)
  // Once each unmeasured: the files come from the disk's cache for both.
  await coldStart(blank)
  await coldStart(app)
  const ours: Start[] = []
  const theirs: Start[] = []
  for (let run = 0; run < runs; run++) {
    theirs.push(await coldStart(blank))
    ours.push(await coldStart(app))
  }
  const time = (starts: readonly Start[]) => median(starts.map(({ ms }) => ms))
  const mebibytes = (starts: readonly Start[]) => median(starts.map(({ pssBytes }) => pssBytes)) / 2 ** 20
  const reference = 'blank Electron window'
  return [
    beside(
      { name: 'cold start to the interactive sign-in screen', value: time(ours), unit: 'ms' },
      { name: reference, value: time(theirs) },
      '<=',
      1.5,
    ),
    beside(
      { name: 'memory of all processes (PSS)', value: mebibytes(ours), unit: 'MiB' },
      { name: reference, value: mebibytes(theirs) },
      '<=',
      1.5,
    ),
  ]
}

const blankProgram = (folder: string): Program => ({
  electron: readToolchain().electron,
  folder: join(root, 'tests', 'bench', 'blank'),
  env: {},
  profile: join(folder, 'blank'),
  ready: 'button',
})

/** An enrolled desk, offline: the sign-in screen must not wait for anybody. */
function appProgram(template: City, folder: string): Program {
  const [desk] = copyCity(template.folder, join(folder, 'city')).desks
  if (!desk) throw new Error('the city has no desk')
  return {
    electron: readToolchain().electron,
    folder: root,
    env: deskEnvironment(desk),
    profile: desk.dataDir,
    // Not the password field, which stands before anybody is known: the list of who works here.
    ready: '[role=radio]',
  }
}
