import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unbundled } from '../build/build-app.ts'
import { root } from '../setup/root.mjs'

interface Locked {
  readonly dev?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Lock = Readonly<Record<string, Locked>>

/**
 * Folders under the root, as `node_modules/pdfmake`, of the packages that lie unbundled in the program: those that the bundles import, and what these
 * need. Everything else of `dependencies` is either in a bundle or belongs to the central server.
 */
export function shippedModules(lock: Lock = packages()): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = unbundled.map((name) => folderOf(lock, '', name))
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (folder === null || found.has(folder)) continue
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = lock[folder] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      waiting.push(folderOf(lock, folder, name))
  }
  return found
}

/** Folders of `dependencies` that have no place in the program. */
export function modulesLeftOut(lock: Lock = packages()): readonly string[] {
  const kept = shippedModules(lock)
  return Object.entries(lock)
    .filter(([folder, { dev }]) => folder !== '' && !dev && !kept.has(folder))
    .map(([folder]) => folder)
}

export function packages(): Lock {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
}

/** As Node looks: beside the one that asks, then in each folder above. Null: optional, and not for any system. */
function folderOf(lock: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (folder in lock) return folder
    if (at === '') return null
  }
}
