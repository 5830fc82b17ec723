import type { DamagedFile } from './damaged-file.ts'
import { reservedBytes } from './page-cipher.ts'

export type Value = number | bigint | string | Uint8Array | null

/** A row, or an entry of an index. `rowid` null in an index and in a table without rowid. `values` null: it is there, and its content does not open. */
export interface Cell {
  readonly rowid: number | null
  readonly values: readonly Value[] | null
}

/** One page of a b-tree as SQLite's file format has it; null where it is none. */
export interface TreePage {
  readonly kind: 'table-leaf' | 'table-inner' | 'index-leaf' | 'index-inner'
  readonly children: readonly number[]
  readonly cells: readonly Cell[]
}

const kinds = { 13: 'table-leaf', 5: 'table-inner', 10: 'index-leaf', 2: 'index-inner' } as const

/** Reads a page of a b-tree and the overflow of its cells. */
export function readTreePage(file: DamagedFile, number: number): TreePage | null {
  const page = file.page(number)
  try {
    return page && readPage(file, page, number)
  } catch (cause) {
    // A page of another use that begins like one of a tree leads out of itself.
    if (cause instanceof RangeError) return null
    throw cause
  }
}

/** `number` 1 begins after the head of the file. */
function readPage(file: DamagedFile, page: Uint8Array, number: number): TreePage | null {
  const start = number === 1 ? 100 : 0
  const kind = kinds[page[start] as keyof typeof kinds]
  if (kind === undefined) return null
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const inner = kind === 'table-inner' || kind === 'index-inner'
  const first = start + (inner ? 12 : 8)
  const count = view.getUint16(start + 3)
  const places = Array.from({ length: count }, (_, nth) => view.getUint16(first + nth * 2))
  const children = inner ? [...places.map((at) => view.getUint32(at)), view.getUint32(start + 8)] : []
  const cells = kind === 'table-inner' ? [] : places.map((at) => readCell(file, page, at + (inner ? 4 : 0), kind))
  return { kind, children, cells }
}

function readCell(file: DamagedFile, page: Uint8Array, at: number, kind: TreePage['kind']): Cell {
  const length = readVarint(page, at)
  const table = kind === 'table-leaf'
  const rowid = table ? readVarint(page, length.next) : null
  const from = rowid?.next ?? length.next
  const local = localLength(file.pageSize - reservedBytes, length.value, table)
  const own = page.subarray(from, from + local)
  const whole = local === length.value ? own : withOverflow(file, page, { own, from, length: length.value })
  return { rowid: rowid?.value ?? null, values: whole && readRecord(whole) }
}

/** How much of a record stands in the page itself. */
function localLength(usable: number, length: number, table: boolean): number {
  const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (usable - 4))
  return fitting <= most ? fitting : least
}

/** The rest stands in a chain of other pages; null where one of them does not open. */
function withOverflow(
  file: DamagedFile,
  page: Uint8Array,
  { own, from, length }: { readonly own: Uint8Array; readonly from: number; readonly length: number },
): Uint8Array | null {
  const whole = new Uint8Array(length)
  whole.set(own)
  let filled = own.length
  let next = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(from + own.length)
  while (filled < length) {
    const more = next === 0 ? null : file.page(next)
    if (more === null) return null
    const part = more.subarray(4, 4 + Math.min(length - filled, more.length - 4))
    whole.set(part, filled)
    filled += part.length
    next = new DataView(more.buffer, more.byteOffset, more.byteLength).getUint32(0)
  }
  return whole
}

function readRecord(bytes: Uint8Array): readonly Value[] {
  const head = readVarint(bytes, 0)
  const values: Value[] = []
  let body = head.value
  for (let at = head.next; at < head.value; ) {
    const type = readVarint(bytes, at)
    at = type.next
    const length = lengthOf(type.value)
    values.push(storedValue(type.value, bytes.subarray(body, body + length)))
    body += length
  }
  return values
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const lengthOf = (type: number): number =>
  type >= 12 ? (type - (type % 2 === 0 ? 12 : 13)) / 2 : (integerLengths[type] ?? 0)

const text = new TextDecoder()

function storedValue(type: number, bytes: Uint8Array): Value {
  if (type >= 12) return type % 2 === 0 ? bytes.slice() : text.decode(bytes)
  if (type === 0 || type > 9) return null
  if (type >= 8) return type - 8
  if (type === 7) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)
  return signed(bytes)
}

/** Numbers that JavaScript cannot hold exactly stay whole as bigint. */
function signed(bytes: Uint8Array): number | bigint {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  value = BigInt.asIntN(bytes.length * 8, value)
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** SQLite's variable-length integer; 53 bits are enough for what we store. */
function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0
  for (let nth = 0; nth < 8; nth++) {
    const byte = bytes[at + nth] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + nth + 1 }
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), next: at + 9 }
}
