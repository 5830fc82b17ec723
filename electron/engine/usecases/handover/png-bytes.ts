const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Bytes of a base64 PNG; null when it is none. */
export function pngBytes(base64: string): Uint8Array | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > 60 && pngStart.every((byte, at) => bytes[at] === byte) ? bytes : null
}
