import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileTrouble, UseFile, UseFileResult } from '#shared/contract/shell/chosen-file.ts'

interface OpenFile {
  readonly handle: FileHandle
  /** Of a file that is being written: its own name, which it gets when it is whole. */
  readonly path: string | null
}

const kinds: Readonly<Record<string, FileTrouble>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // A file beyond what the stick's file system can hold.
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
}

export const troubleOf = (cause: unknown): FileTrouble => kinds[String(Reflect.get(Object(cause), 'code'))] ?? 'failed'

const draftOf = (path: string) => `${path}.part`

/** Files that a person chose, by number. One at a time: the next one ends what an engine that died left open. */
export class ChosenFiles {
  #last = 0
  #open: OpenFile | null = null

  /** Throws as the file system does. */
  async toSave(path: string): Promise<number> {
    return this.#add({ handle: await open(draftOf(path), 'w', 0o600), path })
  }

  /** Throws as the file system does. */
  async toRead(path: string): Promise<{ file: number; size: number }> {
    const handle = await open(path, 'r')
    const stat = await handle.stat()
    if (stat.isFile()) return { file: await this.#add({ handle, path: null }), size: stat.size }
    await handle.close()
    throw new Error('not a file')
  }

  async use({ requestId, file, act }: UseFile): Promise<UseFileResult> {
    const type = 'use-file-result'
    try {
      return { type, requestId, outcome: 'done', base64: await this.#use(file, act) }
    } catch (cause) {
      return { type, requestId, outcome: troubleOf(cause), base64: '' }
    }
  }

  async #use(file: number, act: UseFile['act']): Promise<string> {
    if (act.do === 'drop') return this.#drop(file)
    const opened = file === this.#last ? this.#open : null
    if (!opened) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
    if (act.do === 'read') return read(opened.handle, act)
    if (act.do === 'write') await opened.handle.writeFile(Buffer.from(act.base64, 'base64'))
    else await this.#keep(opened)
    return ''
  }

  async #add(opened: OpenFile): Promise<number> {
    await this.#drop(this.#last)
    this.#open = opened
    this.#last += 1
    return this.#last
  }

  /** On the disk first, then its name: what bears the name is whole, also after the stick was pulled out. */
  async #keep({ handle, path }: OpenFile): Promise<void> {
    if (path === null) throw new Error('a file that is read is not to be written')
    await handle.sync()
    await handle.close()
    this.#open = null
    await rename(draftOf(path), path)
    await syncFolder(dirname(path))
  }

  async #drop(file: number): Promise<string> {
    const opened = file === this.#last ? this.#open : null
    if (!opened) return ''
    this.#open = null
    // The stick may be gone: then nothing is left to be tidied.
    await opened.handle.close().catch(() => undefined)
    if (opened.path !== null) await rm(draftOf(opened.path), { force: true }).catch(() => undefined)
    return ''
  }
}

async function read(handle: FileHandle, { from, length }: { from: number; length: number }): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead).toString('base64')
}

/** Where the file system can: a rename outlives a power cut only then. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}
