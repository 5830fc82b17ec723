import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'

/** Where everything of this program lies, absolute. */
export interface Places {
  readonly dataDir: string
  readonly page: string
  readonly preload: string
  readonly engine: string
  readonly resourcesDir: string
  readonly sqliteBinding: string | undefined
}

/** Decides the data folder before Electron writes its first file there. `LOKET_DATA_DIR` moves it, never in a packaged program. */
export function choosePlaces(): Places {
  const own = app.isPackaged ? undefined : process.env.LOKET_DATA_DIR
  if (own) app.setPath('userData', own)
  const dataDir = app.getPath('userData')
  makeFolder(dataDir)
  // Chromium's own files stay apart from the data of the office.
  app.setPath('sessionData', join(dataDir, 'browser'))
  const built = join(app.getAppPath(), 'out', 'app')
  return {
    dataDir,
    page: join(built, 'renderer'),
    preload: join(built, 'preload', 'index.cjs'),
    engine: join(built, 'engine', 'main.mjs'),
    resourcesDir: app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources'),
    sqliteBinding: sqliteBinding(),
  }
}

/** One that cannot be made (disk full) is told in the window, by who needs it first: see key-store.ts. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    console.error('[shell] no data folder', cause)
  }
}

const toolchainNote = z.looseObject({ sqliteBinding: z.string().optional() })

/** The shipped SQLite add-on needs Node-API 10; an older Electron (never the one that is shipped) has its own build: packed beside it, or noted by the set-up. */
function sqliteBinding(): string | undefined {
  if (Number(process.versions.napi) >= 10) return undefined
  if (app.isPackaged) return join(process.resourcesPath, 'sqlite-napi9.node')
  const note = join(app.getAppPath(), 'out', 'toolchain.json')
  if (!existsSync(note)) return undefined
  return toolchainNote.parse(JSON.parse(readFileSync(note, 'utf8'))).sqliteBinding
}
