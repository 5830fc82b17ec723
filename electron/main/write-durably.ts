import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Either the whole file is there after a power cut, or none: it is never half written. Throws as the file system does. */
export function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`
  mkdirSync(dirname(file), { recursive: true })
  synced(draft, 'w', (handle) => writeFileSync(handle, text))
  renameSync(draft, file)
  if (process.platform !== 'win32') synced(dirname(file), 'r', () => undefined)
}

function synced(path: string, flags: 'w' | 'r', run: (handle: number) => void): void {
  const handle = openSync(path, flags, 0o600)
  try {
    run(handle)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
