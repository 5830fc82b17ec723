// `npm run bench`: measures the figures that the program promises, each beside a reference of the same run, prints them
// as a table and writes them to out/bench.json. Names of sections as arguments measure only those.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../../scripts/build/build-app.ts'
import { type City, makeCity } from '../fixtures/city.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { startFigures } from './app-start.ts'
import { auditFigures } from './audit-figures.ts'
import { cameraFigures } from './camera-figures.ts'
import { catalogueFigures } from './catalogue-figures.ts'
import { clockFigures } from './clock-figures.ts'
import { countingFigures } from './counting-figures.ts'
import { countingScreenFigures } from './counting-screen-figures.ts'
import { decodeFigures } from './decode-figures.ts'
import { documentFigures } from './document-figures.ts'
import { type Figure, printTable, writeFigures } from './figures.ts'
import { handoverFigures } from './handover-figures.ts'
import { intakeFigures } from './intake-figures.ts'
import { paperFigures } from './paper-figures.ts'
import { searchFigures } from './search-figures.ts'
import { stockFigures } from './stock-figures.ts'
import { syncFigures } from './sync/index.ts'
import { trustFigures } from './trust-figures.ts'

type Section = (city: () => Promise<City>) => Promise<readonly Figure[]> | readonly Figure[]

const sections: Record<string, Section> = {
  start: async (city) => startFigures(await city()),
  handover: handoverFigures,
  search: searchFigures,
  catalogue: catalogueFigures,
  intake: async (city) => intakeFigures(await city()),
  stock: async (city) => stockFigures(await city()),
  decode: decodeFigures,
  camera: async (city) => cameraFigures(await city()),
  paper: paperFigures,
  documents: documentFigures,
  sync: syncFigures,
  clock: clockFigures,
  audit: auditFigures,
  trust: async (city) => trustFigures(await city()),
  counting: async (city) => [...(await countingFigures()), ...(await countingScreenFigures(await city()))],
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(sections, name))
if (unknown !== undefined) {
  console.error(`there is no section ${unknown}; there are: ${Object.keys(sections).join(', ')}`)
  process.exit(1)
}

await buildApp()
using place = temporaryFolder('bench')
let made: Promise<City> | null = null
const city = () => {
  made ??= makeCity(join(place.path, 'city'), { cards: 24, desks: 1 })
  return made
}
const display = await ensureDisplay()
const figures: Figure[] = []
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`measuring: ${name}`)
  figures.push(...(await measure(city)))
}
display.close()
mkdirSync(join(root, 'out'), { recursive: true })
writeFigures(join(root, 'out', 'bench.json'), figures)
printTable(figures)
const missed = figures.filter(({ holds }) => !holds)
console.log(
  `bench complete: ${figures.length - missed.length} of ${figures.length} figures hold; out/bench.json written`,
)
