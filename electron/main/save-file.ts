import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { SaveFile, SaveFileResult } from '#shared/contract/shell/save-file.ts'

/** Asks where, and writes. */
export async function saveFile(window: BrowserWindow | null, asked: SaveFile): Promise<SaveFileResult> {
  const { requestId } = asked
  const path = await choosePath(window, asked.name)
  if (!path) return { type: 'save-file-result', requestId, outcome: 'cancelled' }
  try {
    await writeFile(path, Buffer.from(asked.base64, 'base64'))
    return { type: 'save-file-result', requestId, outcome: 'saved', path }
  } catch {
    return { type: 'save-file-result', requestId, outcome: 'failed' }
  }
}

async function choosePath(window: BrowserWindow | null, name: string): Promise<string | undefined> {
  const options = { defaultPath: join(app.getPath('documents'), name) }
  const { filePath, canceled } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled ? undefined : filePath
}
