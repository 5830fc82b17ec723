interface Size {
  readonly width: number
  readonly height: number
}

/** Frame headers (SOF); 0xC4, 0xC8 and 0xCC of that row are other things. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Width and height as the head of a JPEG says, before anything is unpacked; null: it is none. */
export function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) {
      const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      return size.width > 0 && size.height > 0 ? size : null
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
