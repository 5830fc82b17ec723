import { timingSafeEqual } from 'node:crypto'
import { poly1305 } from '@noble/ciphers/_poly1305'
import { chacha20 } from '@noble/ciphers/chacha'

/** At the end of every page: nonce (16 bytes) and tag (16 bytes). SQLite uses what stands before them. */
export const reservedBytes = 32
/** Of the first page so much stays plain: what the file is, and how large its pages are. */
const plainHead = 24

/**
 * Opens one page as SQLite3 Multiple Ciphers sealed it (`cipher = 'chacha20'` with a raw key): without SQLite, which stops at the first page that does not open. Null where a
 * byte of it is another one, where it belongs to another place of the file, or to another key.
 */
export function openPage(key: Uint8Array, page: Uint8Array, number: number): Uint8Array | null {
  const used = page.length - reservedBytes
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const nonce = page.slice(used, used + 12)
  const counter = (view.getUint32(used + 12, true) ^ number) >>> 0
  const oneTime = chacha20(key, nonce, new Uint8Array(64), undefined, counter)
  const tag = poly1305(page.subarray(0, used + 16), oneTime.subarray(0, 32))
  if (!timingSafeEqual(tag, page.subarray(used + 16))) return null
  const head = number === 1 ? plainHead : 0
  const opened = page.slice(0, used)
  opened.set(chacha20(oneTime.slice(32), nonce, page.subarray(head, used), undefined, (counter + 1) >>> 0), head)
  return opened
}
