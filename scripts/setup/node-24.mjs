import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { npm } from './npm.mjs'
import { root, say } from './root.mjs'

const wanted = 24

/**
 * The Node that everything but this set-up runs on: the machine's own where it is new enough, otherwise the one that the
 * npm package `node` brings (its install script fetches the package for this system).
 * @returns {string} absolute path of the executable
 */
export function ensureNode() {
  if (major(process.version) >= wanted && process.execPath !== packaged()) return process.execPath
  if (!works(packaged())) {
    say(`Node ${process.version} is older than ${wanted}: fetching Node ${wanted} as an npm package`)
    npm(['rebuild', 'node'])
  }
  if (!works(packaged())) throw new Error(`Node ${wanted} could not be installed; install it from https://nodejs.org`)
  return packaged()
}

const packaged = () => join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @param {string} version as in `v24.1.0` */
const major = (version) => Number(version.slice(1).split('.')[0])

/** @param {string} executable */
function works(executable) {
  const { status, stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  return status === 0 && major(stdout.trim()) >= wanted
}
