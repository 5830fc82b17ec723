// Draws every A4 paper with synthetic data into out/papers, to be looked at: `npm run papers -- [kind]`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDocuments } from '../../electron/engine/documents/create-documents.ts'
import { root } from '../fixtures/root.ts'
import { samples } from './samples.ts'

const out = join(root, 'out', 'papers')
mkdirSync(out, { recursive: true })
const documents = createDocuments(join(root, 'resources'))
const [wanted = ''] = process.argv.slice(2)
for (const [name, paper] of Object.entries(samples()).filter(([name]) => name.includes(wanted))) {
  const started = performance.now()
  const pdf = await documents.paper(paper)
  const made = performance.now()
  const { pageCount, pages } = await documents.pictures(pdf, { dpi: 80, mostPages: 4 })
  const drawn = performance.now()
  writeFileSync(join(out, `${name}.pdf`), pdf)
  for (const [at, page] of pages.entries()) writeFileSync(join(out, `${name}-${at + 1}.png`), page)
  console.log(`${name}: ${pageCount} pages, ${Math.round(made - started)} ms, drawn in ${Math.round(drawn - made)} ms`)
}
