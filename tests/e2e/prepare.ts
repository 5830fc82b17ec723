import { join } from 'node:path'
import { makeCity } from '../fixtures/city.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { openKeyring } from '../fixtures/keyring.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/**
 * Once before all tests: a display, for the packed program a key store, and the city that every test gets a copy of. `LOKET_E2E_CITY` may name one made before, which saves
 * a minute while a test is being written. Returns what undoes it.
 */
export default async function prepare(): Promise<() => void> {
  const display = await ensureDisplay()
  const place = temporaryFolder('e2e')
  const keyring = packagedProgram === null ? null : await openKeyring(join(place.path, 'keyring'))
  Object.assign(process.env, keyring?.env)
  const undo = () => {
    keyring?.close()
    display.close()
    place.remove()
  }
  if (process.env.LOKET_E2E_CITY) return undo
  await makeCity(join(place.path, 'city'), { cards: 40, desks: 2 })
  process.env.LOKET_E2E_CITY = join(place.path, 'city')
  return undo
}
