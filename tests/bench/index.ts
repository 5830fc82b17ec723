// `npm run bench`: measures the figures that the program promises, each beside a reference of the same run, prints them
// as a table and writes them to out/bench.json. Names of sections as arguments measure only those.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures/root.ts'
import { decodeFigures } from './decode-figures.ts'
import { type Figure, printTable, writeFigures } from './figures.ts'
import { paperFigures } from './paper-figures.ts'
import { searchFigures } from './search-figures.ts'

const sections: Record<string, () => Promise<readonly Figure[]> | readonly Figure[]> = {
  paper: paperFigures,
  decode: decodeFigures,
  search: searchFigures,
}

const wanted = process.argv.slice(2)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`measuring: ${name}`)
  figures.push(...(await measure()))
}
mkdirSync(join(root, 'out'), { recursive: true })
writeFigures(join(root, 'out', 'bench.json'), figures)
printTable(figures)
const missed = figures.filter(({ holds }) => !holds)
console.log(
  `bench complete: ${figures.length - missed.length} of ${figures.length} figures hold; out/bench.json written`,
)
