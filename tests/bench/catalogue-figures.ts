import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '#shared/domain/catalogue/catalogue.ts'
import { searchCatalogue } from '#shared/domain/catalogue/search-catalogue.ts'
import { root } from '../fixtures/root.ts'
import { against, type Figure, percentile } from './figures.ts'

const typed = [
  'kartu hilang',
  'bayi baru lahir',
  'pindah ke surabaya',
  'akta kematian suami',
  'lupa kata sandi',
  'ktp digital',
]

/** The catalogue searched at every key of what clerks type, slips of the finger included. */
export function catalogueFigures(): readonly Figure[] {
  const catalogue: Catalogue = JSON.parse(readFileSync(join(root, 'resources/regions/surabaya-catalogue.json'), 'utf8'))
  const keys = typed.flatMap((words) => [...words].map((_, at) => words.slice(0, at + 1)))
  const slipped = keys.filter(({ length }) => length > 4).map((words) => words.slice(0, 2) + words.slice(3))
  const times = [...keys, ...slipped].map((words) => {
    const started = performance.now()
    searchCatalogue(catalogue, words)
    return performance.now() - started
  })
  const name = `catalogue of ${catalogue.services.length} services searched, each key, p95`
  return [against({ name, value: percentile(times, 95), unit: 'ms' }, '<', 20)]
}
