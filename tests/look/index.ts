// `npm run look`: every screen and state of ours beside its mock (where the mocks are there), light, dark, short and at 200 %,
// in out/look; what cannot be reached in one of them is told and kept in out/look/faults.txt. With words after it, only the screens
// whose names contain one of them are taken. `LOKET_E2E_CITY` may name a city made before.
import { join } from 'node:path'
import { buildApp } from '../../scripts/build/build-app.ts'
import { makeCity } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { cityScreens } from './city-screens.ts'
import { counterNames, counterScreens } from './counter-screens.ts'
import { Look } from './look.ts'
import { walk } from './walk.ts'

const out = join(root, 'out', 'look')
const display = await ensureDisplay()
using place = temporaryFolder('look')
await buildApp()
const city = process.env.LOKET_E2E_CITY ?? (await makeCity(join(place.path, 'city'), { cards: 120, desks: 2 })).folder
const kelurahan = await Kelurahan.open(city, join(place.path, 'open'))
try {
  const only = process.argv.slice(2)
  const elsewhere = (part: string) =>
    [...counterNames, 'kota', 'blangko', 'aktivasi'].some((name) => part.startsWith(name))
  if (only.length === 0 || !only.every(elsewhere)) {
    const app = await kelurahan.startDesk(1)
    await walk(kelurahan, new Look(app, out, only), new Clerk(app.page))
  }
  await counterScreens(kelurahan, out, only)
  await cityScreens(kelurahan, out, only)
  if (only.length === 0 || only.some((part) => 'aktivasi'.includes(part))) {
    const fresh = await kelurahan.startFreshDesk()
    await fresh.page.getByRole('heading', { name: 'Aktivasi perangkat' }).waitFor()
    await new Look(fresh, out, ['aktivasi']).take('aktivasi')
  }
  process.stdout.write(`The pictures are in ${out}\n`)
} finally {
  await kelurahan.close()
  display.close()
}
