import { FileGone, type FileToRead, type FileToSave } from '../../electron/engine/usecases/ports.ts'

/** A USB stick: files by name; a file is there only when it was kept whole. */
export class Stick {
  readonly files = new Map<string, Buffer>()
  /** Bytes that still fit, and what it says when they do not. */
  room = Number.POSITIVE_INFINITY
  trouble: FileGone['kind'] = 'disk-full'

  toSave(name: string): FileToSave {
    const written: Uint8Array[] = []
    return {
      write: async (bytes) => {
        this.room -= bytes.length
        if (this.room < 0) throw new FileGone(this.trouble)
        written.push(Uint8Array.from(bytes))
      },
      keep: async () => void this.files.set(name, Buffer.concat(written)),
      drop: async () => void written.splice(0),
    }
  }

  toRead(name: string): FileToRead {
    const bytes = this.files.get(name)
    if (!bytes) throw new FileGone('gone')
    return {
      size: bytes.length,
      read: async (from, length) => bytes.subarray(from, from + length),
      close: async () => {},
    }
  }
}
