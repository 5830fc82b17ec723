import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { buildApp } from '../build/build-app.ts'
import { sourceStamp } from '../build/source-stamp.ts'
import { root, say } from '../setup/root.mjs'
import { readToolchain, type Toolchain } from '../setup/toolchain.ts'
import { copyForTests } from './fuses.ts'
import { modulesLeftOut } from './shipped-modules.ts'

/** What is inside the packed program beside its code. */
export interface PackOptions {
  /** Absolute folder that is made. */
  readonly out: string
  /** Instead of the one in package.json. */
  readonly version?: string
  /** Public keys whose update manifests it takes, base64url of the raw 32 bytes; instead of those in package.json. */
  readonly updateKeys?: readonly string[]
}

/** Executables of the two variants. They differ by the inspect fuse alone. */
export interface Packed {
  readonly shipped: string
  readonly forTests: string
}

const executable = 'loket'

/** Packs the program for this Linux with the Electron of the set-up, where anything has changed since. */
export async function packApp(options: PackOptions): Promise<Packed> {
  await buildApp()
  const [shipped, forTests] = [join(options.out, 'shipped'), join(options.out, 'for-tests')]
  const packed = { shipped: join(shipped, executable), forTests: join(forTests, executable) }
  const stampFile = join(options.out, 'stamp')
  const stamp = packStamp(options)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return packed
  say(`packing the program${options.version ? ` as ${options.version}` : ''}`)
  rmSync(options.out, { recursive: true, force: true })
  mkdirSync(options.out, { recursive: true })
  const targets = Platform.LINUX.createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64)
  await build({ targets, projectDir: root, publish: 'never', config: configOf(options, readToolchain()) })
  renameSync(unpackedIn(options.out), shipped)
  await copyForTests(shipped, forTests, executable)
  writeFileSync(stampFile, stamp)
  return packed
}

/** The installers of this system as electron-builder.yml says, for a release machine: never run where this was written. */
export async function packInstallers(out: string): Promise<void> {
  await buildApp()
  const targets = Platform.current().createTarget()
  await build({ targets, projectDir: root, publish: 'never', config: configOf({ out }, readToolchain()) })
}

/** What the set-up knows and electron-builder.yml cannot: this Electron, and which packages the program needs. */
function configOf({ out, version, updateKeys }: PackOptions, { electron, sqliteBinding }: Toolchain): Configuration {
  const dist = dirname(electron)
  return {
    extends: join(root, 'electron-builder.yml'),
    directories: { output: out },
    electronDist: dist,
    electronVersion: readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, ''),
    files: modulesLeftOut().map((folder) => `!${folder}/**`),
    extraMetadata: { ...(version ? { version } : {}), ...(updateKeys ? { updateKeys } : {}) },
    // Only the stand-in has one: the shipped add-on does not load there (places.ts).
    extraResources: sqliteBinding ? [{ from: sqliteBinding, to: 'sqlite-napi9.node' }] : [],
    afterPack: async ({ appOutDir, electronPlatformName }) => {
      // What an Electron runs that is given a folder; with the fuse "only from the asar" it is dead weight.
      if (electronPlatformName === 'linux') rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
    },
  }
}

function packStamp({ version, updateKeys }: PackOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([sourceStamp(), readToolchain(), version, updateKeys]))
  const own = join(root, 'scripts', 'pack')
  for (const file of [join(root, 'electron-builder.yml'), ...readdirSync(own).map((name) => join(own, name))])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

function unpackedIn(out: string): string {
  const name = readdirSync(out).find((entry) => entry.endsWith('-unpacked'))
  if (!name) throw new Error(`electron-builder left no unpacked program in ${out}`)
  return join(out, name)
}
