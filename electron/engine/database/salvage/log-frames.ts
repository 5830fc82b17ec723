import { readFileSync } from 'node:fs'

const [headBytes, frameHeadBytes] = [32, 24]
const [littleMagic, bigMagic] = [0x377f0682, 0x377f0683]
const usualPageSize = 4096

export interface Log {
  readonly pageSize: number
  /** Sealed pages of transactions that were committed, the newest last. */
  readonly pages: ReadonlyMap<number, readonly Uint8Array[]>
  /** Its head is broken, or a commit stands behind a broken frame: SQLite would leave acts out without a word. */
  readonly broken: boolean
  /** A page that was committed does not stand here as it was: the older one beside it is of another moment than its neighbours. */
  readonly mixed: boolean
}

interface Head {
  readonly pageSize: number
  /** Of this round of the log; null: not known any more. */
  readonly salts: Buffer | null
  readonly sum: Sum
  readonly little: boolean
}

interface Frame {
  readonly number: number
  /** Ends a transaction. */
  readonly commits: boolean
  readonly salts: Buffer
  /** Joins what stands before it, as SQLite asks for. */
  readonly joins: boolean
  readonly sealed: Uint8Array
}

/** Reads a write-ahead log as far as it goes, also past a broken frame; null where there is nothing in it. Whether a page is whole its own seal says. */
export function readLog(file: string): Log | null {
  const bytes = readFileSync(file)
  const head = readHead(bytes)
  const all = framesOf(bytes, head)
  const salts = head.salts ?? likelySalts(all)
  const frames = all.filter((frame) => salts?.equals(frame.salts))
  if (head.salts !== null && frames.length === 0) return null
  const last = frames.findLastIndex(({ commits }) => commits)
  const firstBreak = frames.findIndex(({ joins }) => !joins)
  const pages = new Map<number, Uint8Array[]>()
  for (const { number, sealed } of frames.slice(0, last + 1)) pages.set(number, [...(pages.get(number) ?? []), sealed])
  const headLost = head.salts === null && bytes.length > 0
  return {
    pageSize: head.pageSize,
    pages,
    broken: headLost || (firstBreak !== -1 && last > firstBreak),
    mixed: headLost || (firstBreak !== -1 && last >= firstBreak),
  }
}

function readHead(bytes: Buffer): Head {
  const magic = bytes.length < headBytes ? 0 : bytes.readUInt32BE(0)
  const little = magic === littleMagic
  const lost = { pageSize: usualPageSize, salts: null, sum: [0, 0], little } as const
  if (!little && magic !== bigMagic) return lost
  const sum = checksum(bytes.subarray(0, 24), [0, 0], little)
  if (sum[0] !== bytes.readUInt32BE(24) || sum[1] !== bytes.readUInt32BE(28)) return lost
  return { pageSize: bytes.readUInt32BE(8), salts: bytes.subarray(16, 24), sum, little }
}

/** Frames of the round before stand behind those of the last one, and bear other salts. */
function likelySalts(frames: readonly Frame[]): Buffer | null {
  const twice = frames.find(({ salts }, at) => frames[at + 1]?.salts.equals(salts))
  return (twice ?? frames[0])?.salts ?? null
}

function framesOf(bytes: Buffer, { pageSize, salts, sum: begin, little }: Head): Frame[] {
  let sum = begin
  let joins = salts !== null
  const frames: Frame[] = []
  for (let at = headBytes; at + frameHeadBytes + pageSize <= bytes.length; at += frameHeadBytes + pageSize) {
    const head = bytes.subarray(at, at + frameHeadBytes)
    const sealed = bytes.subarray(at + frameHeadBytes, at + frameHeadBytes + pageSize)
    if (joins) {
      sum = checksum(sealed, checksum(head.subarray(0, 8), sum, little), little)
      joins = sum[0] === head.readUInt32BE(16) && sum[1] === head.readUInt32BE(20)
    }
    frames.push({
      number: head.readUInt32BE(0),
      commits: head.readUInt32BE(4) > 0,
      salts: head.subarray(8, 16),
      joins,
      sealed,
    })
  }
  return frames
}

type Sum = readonly [number, number]

/** SQLite's own: two sums over pairs of words. */
function checksum(bytes: Uint8Array, [first, second]: Sum, little: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [one, two] = [first, second]
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    one = (one + view.getUint32(at, little) + two) >>> 0
    two = (two + view.getUint32(at + 4, little) + one) >>> 0
  }
  return [one, two]
}
