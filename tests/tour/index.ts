// `npm run tour`: the whole job in the real program, told in numbered pictures in out/tour. A citizen shows an e-Kitir while the
// network is down; the card is handed over, the receipt printed; the network comes back; the centre and the other desk know.
// `npm run tour -- --day`: the kelurahan's whole day from opening to closing, with all its papers, in out/day.
// `npm run tour -- --counter`: applications filed at the counter, with a simulated KNG that sends back, finishes and asks, in out/counter.
// `npm run tour -- --field`: a mobile team's day without a network, thirty people, and the evening over a phone, in out/field.
// With LOKET_README_PICTURES=1 the README's pictures are made anew from it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../../scripts/build/build-app.ts'
import { makeCity } from '../fixtures/city.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { shrinkPicture } from '../fixtures/pictures.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { Album } from './album.ts'
import { playCounter } from './counter/play-counter.ts'
import { playDay } from './day/play-day.ts'
import { playField } from './field/play-field.ts'
import { playMainJob, type Shown } from './main-job.ts'

const tours = ['--day', '--counter', '--field']
const unknown = process.argv.slice(2).find((one) => !tours.includes(one))
if (unknown !== undefined) {
  console.error(`there is no tour ${unknown}; there are: none (the main job), ${tours.join(', ')}`)
  process.exit(1)
}

await buildApp()
using place = temporaryFolder('tour')
const display = await ensureDisplay()
console.log('simulating a city and enrolling two desks (this takes a minute)')
const template = await makeCity(join(place.path, 'template'), { cards: 40, desks: 2 })
const folder = process.argv[2]?.slice(2) ?? 'tour'
const kelurahan = await Kelurahan.open(template.folder, join(place.path, 'city'), { kng: folder === 'counter' })
const album = new Album(join(root, 'out', folder))
try {
  if (folder === 'day') await playDay(kelurahan, album)
  else if (folder === 'counter') await playCounter(kelurahan, album)
  else if (folder === 'field') await playField(kelurahan, album)
  else {
    const shown = await playMainJob(kelurahan, album)
    if (process.env.LOKET_README_PICTURES === '1') await putIntoReadme(shown)
  }
  console.log(`tour complete: ${album.count} pictures and papers in out/${folder}`)
} finally {
  await kelurahan.close()
  display.close()
}

/** Small copies: 200 KB at most each. */
async function putIntoReadme({ scan, handover, sync, receipt }: Shown): Promise<void> {
  const folder = join(root, 'docs', 'pictures')
  mkdirSync(folder, { recursive: true })
  await shrinkPicture(scan, join(folder, 'scan.png'), 1024, 200_000)
  await shrinkPicture(handover, join(folder, 'hand-over.png'), 1024, 200_000)
  await shrinkPicture(sync, join(folder, 'sync.png'), 1024, 200_000)
  await shrinkPicture(receipt, join(folder, 'receipt.png'), 480, 200_000)
}
