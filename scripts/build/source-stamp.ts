import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

const folders = ['shared', 'electron', 'renderer', 'scripts/build']
const files = ['package-lock.json', 'package.json', 'vite.config.ts']

/** SHA-256 over every source file of the program: the same stamp means the same build. */
export function sourceStamp(): string {
  const hash = createHash('sha256')
  for (const file of [...files, ...folders.flatMap(filesIn)].sort()) {
    hash.update(file).update('\0')
    hash.update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}
