import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { root, say } from './root.mjs'

/** Installs what package-lock.json names, where it is not there yet. Takes milliseconds where it is. */
export function ensureDependencies() {
  const missing = firstDifference()
  if (!missing) return
  say(`installing the dependencies (${missing}); this takes a minute`)
  npm(['ci', '--ignore-scripts'])
}

/**
 * npm writes what it put into node_modules as the last step of an installation: that list must agree with the lock
 * file. So an installation that was cut off, or an older one, is seen.
 * @returns {string | undefined} what differs, for people
 */
function firstDifference() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return 'none yet'
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedFile)
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '') continue
    const there = installed[path]
    // Optional packages are for other systems, mostly; npm knows which.
    if (!there && !optional) return `${path} is missing`
    if (there && there.version !== version) return `${path} is not ${version}`
  }
  return undefined
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}
