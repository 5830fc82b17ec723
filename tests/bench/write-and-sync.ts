import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a durable transaction cannot be faster than: appending as many bytes to a file on the same disk and waiting for the
 * disk. Milliseconds of each of `times` writes.
 */
export function writeAndSync(folder: string, bytes: number, times: number): readonly number[] {
  const file = join(folder, 'write-and-sync')
  const content = Buffer.alloc(bytes, 0x5a)
  const handle = openSync(file, 'w')
  try {
    return Array.from({ length: times }, () => {
      const started = performance.now()
      writeSync(handle, content)
      fdatasyncSync(handle)
      return performance.now() - started
    })
  } finally {
    closeSync(handle)
    rmSync(file)
  }
}
