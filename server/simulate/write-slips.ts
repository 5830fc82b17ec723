import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kitir } from './kelurahan.ts'
import { slipPdf } from './slip-pdf.ts'
import { slipPicture } from './slip-picture.ts'

/** Writes FOLDER/ekitir: PNG and PDF of each e-Kitir, and index.json that says what each is good for, with its PIN. */
export async function writeSlips(folder: string, kitirs: readonly Kitir[]): Promise<string> {
  const place = join(folder, 'ekitir')
  mkdirSync(place, { recursive: true })
  const index = []
  for (const [position, kitir] of kitirs.entries()) {
    const name = `${String(position + 1).padStart(2, '0')}-${kitir.note}-${kitir.kind}`
    writeFileSync(join(place, `${name}.png`), slipPicture(kitir))
    writeFileSync(join(place, `${name}.pdf`), await slipPdf(kitir))
    const { ownerNik: _nik, ...shown } = kitir
    index.push({ ...shown, png: `${name}.png`, pdf: `${name}.pdf` })
  }
  writeFileSync(join(place, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
  return place
}
