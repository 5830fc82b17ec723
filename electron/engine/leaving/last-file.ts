import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileToSave } from '../usecases/ports.ts'
import { syncFolder } from './write-whole.ts'

export const lastFileName = 'farewell.loket'

/** The last queue of a revoked device, sealed to the centre: it can lie beside the database, and be sent on after any interruption. */
export interface LastFile {
  /** SHA-256 (hex) and bytes of what was sealed; null: nothing is, or not whole. */
  sealed(): Promise<{ readonly sha256: string; readonly size: number } | null>
  toSave(): Promise<FileToSave>
  read(from: number, length: number): Promise<Uint8Array>
  drop(): Promise<void>
}

export function lastFile(dataDir: string): LastFile {
  const file = join(dataDir, lastFileName)
  return {
    async sealed() {
      if (!existsSync(file)) return null
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(file)) hash.update(chunk)
      return { sha256: hash.digest('hex'), size: statSync(file).size }
    },
    toSave: async () => savedTo(file, await open(`${file}.part`, 'w', 0o600)),
    async read(from, length) {
      const handle = await open(file, 'r')
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    drop: () => rm(file, { force: true }),
  }
}

function savedTo(file: string, part: FileHandle): FileToSave {
  return {
    async write(bytes) {
      await part.writeFile(bytes)
    },
    async keep() {
      await part.sync()
      await part.close()
      await rename(`${file}.part`, file)
      syncFolder(dirname(file))
    },
    async drop() {
      await part.close().catch(() => undefined)
      await rm(`${file}.part`, { force: true }).catch(() => undefined)
    },
  }
}
