import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { FileTrouble } from '#shared/courier/file-trouble.ts'

/** Lines of text as gzip, as they come. Throws what the lines throw. */
export function gzipped(lines: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const gzip = createGzip({ level: 6 })
  pipeline(Readable.from(lines, { objectMode: true }), gzip).catch((cause: unknown) => gzip.destroy(asError(cause)))
  return gzip
}

/** Throws what the content throws, and FileTrouble `damaged` where it is no gzip or ends too early. */
export async function* gunzipped(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  pipeline(Readable.from(content), gunzip).catch((cause: unknown) => gunzip.destroy(asError(cause)))
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array
  } catch (cause) {
    const code = String(Reflect.get(Object(cause), 'code'))
    throw code.startsWith('Z_') ? new FileTrouble('damaged', { cause }) : cause
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)))
