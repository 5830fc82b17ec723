import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { ensureLibraries, ensureTools } from './debian-packages.ts'
import { ensureElectron } from './electron.ts'
import { standInFits } from './electron-stand-in.ts'
import { root } from './root.mjs'
import { ensureSqliteAddOn, sqliteAddOnFile } from './sqlite-add-on.ts'

/** What a script needs to know to run the program in Electron. The shell itself reads `sqliteBinding` from the file. */
export type Toolchain = {
  readonly electron: string
  /** Where the shipped SQLite add-on cannot be loaded: the one to load instead. */
  readonly sqliteBinding?: string
}

const file = join(root, 'out', 'toolchain.json')

/** Makes Electron and all it needs ready, and notes where it is in out/toolchain.json. Milliseconds where all is there. */
export async function ensureToolchain(): Promise<Toolchain> {
  const cache = cacheFolder()
  if (standInFits) {
    const display = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
    ensureTools({ display, compile: false })
  }
  const { executable, standIn } = await ensureElectron(cache)
  ensureLibraries(executable)
  if (standIn && !existsSync(sqliteAddOnFile(cache))) ensureTools({ display: true, compile: true })
  const toolchain = { electron: executable, ...(standIn ? { sqliteBinding: await ensureSqliteAddOn(cache) } : {}) }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(toolchain, null, 2)}\n`)
  return toolchain
}

/** Reads the note of the last set-up. Throws where there was none. */
export function readToolchain(): Toolchain {
  return JSON.parse(readFileSync(file, 'utf8'))
}
