import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SignedManifest, signedManifest, updateLimits } from '#shared/contract/update/manifest.ts'
import { notFound, Problem } from '../problem.ts'

/** A part of a release's file. */
export interface FilePart {
  readonly bytes: Buffer
  readonly from: number
  /** Of the whole file. */
  readonly size: number
}

/** `FOLDER/PLATFORM/manifest.json` as the release machine wrote it; 404 where there is none. The devices check the signature, not the centre: it holds no key. */
export async function readManifest(folder: string, platform: string): Promise<SignedManifest> {
  const text = await readFile(join(folder, platform, 'manifest.json'), 'utf8').catch(absent)
  return signedManifest.parse(JSON.parse(text))
}

/** At most a piece of `FOLDER/PLATFORM/NAME`, from a byte on. Throws 404 where there is no such file, 416 beyond its end. */
export async function readPart(path: string, { from, to }: { from: number; to: number }): Promise<FilePart> {
  const file = await open(path, 'r').catch(absent)
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw notFound()
    if (from >= stat.size) throw new Problem(416, 'range', { size: stat.size })
    const length = Math.min(to - from + 1, stat.size - from, updateLimits.pieceBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
    return { bytes: buffer.subarray(0, bytesRead), from, size: stat.size }
  } finally {
    await file.close()
  }
}

function absent(cause: NodeJS.ErrnoException): never {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR' || cause.code === 'EISDIR') throw notFound()
  throw cause
}
