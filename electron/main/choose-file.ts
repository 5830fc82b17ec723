import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ChooseFile, ChooseFileResult } from '#shared/contract/shell/chosen-file.ts'
import { ChosenFiles, troubleOf } from './chosen-files.ts'

export const files = new ChosenFiles()

/** Files of couriers, and backups. */
const filters = [{ name: 'Loket', extensions: ['loket', 'db'] }]

/** Asks the person; the answer names the file by a number. */
export async function chooseFile(
  window: BrowserWindow | null,
  { requestId, toSave }: ChooseFile,
): Promise<ChooseFileResult> {
  const result = { type: 'choose-file-result', requestId, file: 0, size: 0 } as const
  try {
    const path = await (toSave === null ? pathToRead(window) : pathToSave(window, toSave))
    if (path === undefined) return { ...result, outcome: 'cancelled' }
    if (toSave !== null) return { ...result, outcome: 'chosen', file: await files.toSave(path) }
    return { ...result, outcome: 'chosen', ...(await files.toRead(path)) }
  } catch (cause) {
    return { ...result, outcome: troubleOf(cause) }
  }
}

async function pathToSave(window: BrowserWindow | null, name: string): Promise<string | undefined> {
  const options = { defaultPath: join(app.getPath('documents'), name), filters }
  const { filePath, canceled } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? undefined : filePath
}

async function pathToRead(window: BrowserWindow | null): Promise<string | undefined> {
  const options = { filters, properties: ['openFile' as const] }
  const { filePaths, canceled } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? undefined : filePaths[0]
}
