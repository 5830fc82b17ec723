import { app, type BrowserWindow, session } from 'electron'
import type { ListPrintersResult } from '#shared/contract/shell/list-printers.ts'
import type { ToEngine, ToShell } from '#shared/contract/shell/messages.ts'
import { chooseFile, files } from './choose-file.ts'
import { openHiddenPage } from './hidden-page.ts'
import { type KeySurroundings, keepKey, makeNextKey } from './key-store.ts'
import { saveFile } from './save-file.ts'
import type { StagedUpdate } from './staged-update.ts'
import { systemPrint } from './system-print.ts'

/** What the shell answers with: its window, and where the keys lie. */
export interface ShellParts {
  readonly window: BrowserWindow | null
  readonly update: StagedUpdate
  readonly dataDir: string
  readonly around: KeySurroundings
}

/** What only the shell can do for the engine. Null where nothing is to be answered. May reject: see answer-or-failure.ts. */
export async function answerEngine(
  { window, update, dataDir, around }: ShellParts,
  asked: ToShell,
): Promise<ToEngine | null> {
  switch (asked.type) {
    case 'save-file':
      return saveFile(window, asked)
    case 'choose-file':
      return chooseFile(window, asked)
    case 'use-file':
      return files.use(asked)
    case 'system-print':
      return systemPrint(asked, { openPage: openHiddenPage, tempFolder: app.getPath('temp') })
    case 'list-printers':
      return listPrinters(window, asked.requestId)
    case 'resolve-proxy': {
      const proxy = await session.defaultSession.resolveProxy(asked.url)
      return { type: 'resolve-proxy-result', requestId: asked.requestId, proxy: proxy || 'DIRECT' }
    }
    case 'update-ready':
      update.is(asked.file)
      return null
    case 'install-now':
      update.openAgain()
      app.quit()
      return null
    case 'make-key':
      return { type: 'make-key-result', requestId: asked.requestId, key: makeNextKey(dataDir, around) }
    case 'keep-key':
      return { type: 'keep-key-result', requestId: asked.requestId, kept: keepKey(dataDir, around, asked.key) }
    case 'ready':
      return null
  }
}

async function listPrinters(window: BrowserWindow | null, requestId: string): Promise<ListPrintersResult> {
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return {
    type: 'list-printers-result',
    requestId,
    printers: printers.map(({ name, displayName }) => ({ name, displayName: displayName || name })),
  }
}
