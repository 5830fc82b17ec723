import { join } from 'node:path'
import { makeCity } from '../fixtures/city.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/**
 * What the tests of one worker share and no other worker touches: a display (focus and clipboard), and the city that every test gets a copy of (its desks
 * look for each other and for the centre at fixed ports). `LOKET_E2E_CITY` may name one made before, which saves a minute while a test is being written; else it
 * is set here.
 */
export async function openWorkerPlace(): Promise<() => void> {
  const display = await ensureDisplay()
  const place = temporaryFolder('e2e')
  if (!process.env.LOKET_E2E_CITY) {
    await makeCity(join(place.path, 'city'), { cards: 40, desks: 2 })
    process.env.LOKET_E2E_CITY = join(place.path, 'city')
  }
  return () => {
    display.close()
    place.remove()
  }
}
