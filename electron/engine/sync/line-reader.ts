/** Splits a stream of UTF-8 bytes into lines without ever cutting a character in two. */
export interface LineReader {
  /** Lines completed by this chunk, without their line feed; empty lines left out. Throws LineTooLong. */
  take(chunk: Uint8Array): string[]
  /** Bytes after the last line feed: anything but 0 at the end of the stream means it was cut. */
  pending(): number
}

export class LineTooLong extends Error {}

export function lineReader(longestLine: number): LineReader {
  let rest: Buffer[] = []
  let restBytes = 0
  const keep = (bytes: Buffer) => {
    restBytes += bytes.length
    if (restBytes > longestLine) throw new LineTooLong(`a line of more than ${longestLine} bytes`)
    if (bytes.length > 0) rest.push(bytes)
  }
  return {
    take(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const end = bytes.lastIndexOf(10)
      if (end === -1) {
        keep(bytes)
        return []
      }
      const whole = Buffer.concat([...rest, bytes.subarray(0, end)]).toString('utf8')
      rest = []
      restBytes = 0
      keep(bytes.subarray(end + 1))
      return whole.split('\n').filter((line) => line.trim() !== '')
    },
    pending: () => restBytes,
  }
}
