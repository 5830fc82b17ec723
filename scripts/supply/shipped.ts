import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** A package as the lock file knows it. */
interface LockedPackage {
  /** Name and version. */
  readonly id: string
  /** As the package says it, an SPDX expression or something near it. */
  readonly licence: string
  /** Needed to build and test only; nothing of it is in the program or at the centre. */
  readonly forDevelopment: boolean
}

interface Locked {
  readonly name?: string
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

/** Read in the package's own files, where its package.json names none. */
const readInItsFiles: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** Every package of package-lock.json. */
export function lockedPackages(): readonly LockedPackage[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, { name: alias, version, license, dev, devOptional }]) => {
      const name = alias ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const licence = license ?? readInItsFiles[name] ?? 'unknown'
      return { id: `${name}@${version}`, licence, forDevelopment: Boolean(dev ?? devOptional) }
    })
}
