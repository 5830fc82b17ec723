import type { UpdateManifest } from '#shared/contract/update/manifest.ts'
import type { Clock, FreeDisk, UpdateSource } from '../usecases/ports.ts'
import type { UpdateFolder } from './update-folder.ts'

export interface Fetching {
  readonly folder: UpdateFolder
  readonly source: UpdateSource
  readonly freeDisk: FreeDisk
  readonly clock: Clock
  /** Resolves after so many milliseconds, or at once when the program ends. */
  readonly rest: (ms: number) => Promise<void>
  readonly ended: () => boolean
  readonly onPiece: (received: number) => void
}

/** `cut`: the line broke or the program ends, what is here stays; `wrong`: not what was signed, thrown away. */
export type Fetched = 'whole' | 'cut' | 'wrong' | 'no-room'

/** Left for the counter, whatever is fetched. */
const roomKept = 1_073_741_824

/** Pieces grow from what a line of 64 kbit/s carries within the deadline to what the centre gives at once. */
const [firstPiece, largestPiece] = [65_536, 1_048_576]
const quickMs = 2_000

/** Fetches what is missing of the file, in pieces, and checks the whole. Rests as long as each piece took, so that the counter's own traffic has half the line. */
export async function fetchFile(manifest: UpdateManifest, with_: Fetching): Promise<Fetched> {
  const { folder, freeDisk, ended } = with_
  const { file } = manifest
  let received = await folder.received(file)
  const free = await freeDisk()
  if (free !== null && free - (file.size - received) < roomKept) return 'no-room'
  let length = firstPiece
  while (received < file.size) {
    const piece = await nextPiece(manifest, received, length, with_)
    if (piece === null || ended()) return 'cut'
    await folder.add(file, received, piece.bytes)
    received += piece.bytes.length
    with_.onPiece(received)
    length = piece.tookMs < quickMs ? Math.min(largestPiece, length * 2) : firstPiece
    if (received < file.size) await with_.rest(piece.tookMs)
  }
  return (await folder.complete(file)) ? 'whole' : 'wrong'
}

/** Null where it did not come, or is not what was asked for. */
async function nextPiece(
  { platform, file }: UpdateManifest,
  from: number,
  most: number,
  { source, clock }: Pick<Fetching, 'source' | 'clock'>,
): Promise<{ readonly bytes: Uint8Array; readonly tookMs: number } | null> {
  const began = clock.elapsedMs()
  const length = Math.min(most, file.size - from)
  const piece = await source.piece(platform, file.name, from, length)
  if (!piece.ok || piece.value.length === 0 || piece.value.length > length) return null
  return { bytes: piece.value, tookMs: clock.elapsedMs() - began }
}
