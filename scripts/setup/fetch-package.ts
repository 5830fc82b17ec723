import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm } from './npm.mjs'

/**
 * Fetches one npm package outside of node_modules and unpacks it.
 * @param spec name@version
 * @param integrity sha512 of the tarball, base64; another one is refused
 * @param folder where to work; the package lies in its subfolder `package` afterwards
 */
export async function fetchPackage(spec: string, integrity: string | undefined, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  npm(['pack', spec, '--pack-destination', folder], folder)
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Error(`npm pack ${spec} left no file`)
  const tarball = join(folder, name)
  if (integrity && (await sha512(tarball)) !== integrity)
    throw new Error(`${spec} is not what it should be: hash differs`)
  const { status } = spawnSync('tar', ['-xzf', tarball, '-C', folder], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`${spec} could not be unpacked`)
  return join(folder, 'package')
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}
