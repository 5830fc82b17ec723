import { join } from 'node:path'
import { openKeyring } from '../fixtures/keyring.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** Once before all tests: for the packed program a key store. Returns what undoes it. */
export default async function prepare(): Promise<() => void> {
  const place = temporaryFolder('e2e')
  const keyring = packagedProgram === null ? null : await openKeyring(join(place.path, 'keyring'))
  Object.assign(process.env, keyring?.env)
  return () => {
    keyring?.close()
    place.remove()
  }
}
