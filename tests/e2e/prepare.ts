import { join } from 'node:path'
import { makeCity } from '../fixtures/city.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/**
 * Once before all tests: a display, and the city that every test gets a copy of. `LOKET_E2E_CITY` may name one made before, which saves
 * a minute while a test is being written. Returns what undoes it.
 */
export default async function prepare(): Promise<() => void> {
  const display = await ensureDisplay()
  if (process.env.LOKET_E2E_CITY) return display.close
  const place = temporaryFolder('e2e')
  await makeCity(join(place.path, 'city'), { cards: 40, desks: 2 })
  process.env.LOKET_E2E_CITY = join(place.path, 'city')
  return () => {
    display.close()
    place.remove()
  }
}
