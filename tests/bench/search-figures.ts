import { cardReadsIn } from '../../electron/engine/database/repositories/card-reads.ts'
import type { CardReads } from '../../electron/engine/usecases/stores.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { against, type Figure, median, percentile } from './figures.ts'
import { codeOf, madeUpRows, nameOf } from './made-up-rows.ts'

const applications = 200_000
const questions = 1000

/** Look-up by scanned code and search by the beginning of a name or number, in the encrypted database of a large office. */
export async function searchFigures(): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-search')
  const { store, rows } = await openBareStore(place.path)
  try {
    await writeRows(store, rows, madeUpRows(applications))
    const cards = cardReadsIn(store.read)
    const lookUps = await timeEach((number) => lookUp(cards, number))
    const searches = await timeEach((number) => cards.search(beginning(number), 20))
    return [
      against({ name: 'look-up by scanned code', value: median(lookUps), unit: 'ms' }, '<', 1),
      against(
        { name: `prefix search over ${applications} applications, p95`, value: percentile(searches, 95), unit: 'ms' },
        '<',
        5,
      ),
    ]
  } finally {
    await store.close()
  }
}

async function lookUp(cards: CardReads, number: number): Promise<void> {
  const [found] = await cards.byCode(codeOf(number))
  if (found?.row.id !== `c-${number}`) throw new Error('the code led to another card')
}

/** What people type, in turn: three letters, a name and a bit, a whole number's beginning. */
function beginning(number: number): string {
  const name = nameOf(number)
  const number6 = String(number).padStart(6, '0')
  return (
    [name.slice(0, 3), name.slice(0, 9), `kng 2611 ${number6.slice(0, 4)}`, `kng2611${number6}`][number % 4] ?? name
  )
}

async function timeEach(ask: (number: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let question = 0; question < questions; question++) {
    // Spread over all, so that the page cache is no help that a real office would not have.
    const number = (question * 104_729) % applications
    const started = performance.now()
    await ask(number)
    times.push(performance.now() - started)
  }
  return times
}
