import { join } from 'node:path'
import { ensureKeyring } from '../setup/debian-packages.ts'
import { root } from '../setup/root.mjs'
import { packApp } from './pack-app.ts'

/** Packs the program and makes ready what it needs to be tested; the environment that says so to the tests. Throws where it is not Linux. */
export async function packedForTests(): Promise<{ readonly LOKET_E2E_PACKAGED: string }> {
  if (process.platform !== 'linux') throw new Error('the packed program is tested on Linux only')
  ensureKeyring()
  const { forTests } = await packApp({ out: join(root, 'out', 'pack') })
  return { LOKET_E2E_PACKAGED: forTests }
}
