import { coldStart, type Program, type Start } from './cold-start.ts'
import { beside, type Figure, median } from './figures.ts'

const runs = 5

/** Cold start and memory of the app beside a blank Electron window, taken in turns so that both meet the same machine. */
export async function startFigures(app: Program, blank: Program): Promise<readonly Figure[]> {
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
