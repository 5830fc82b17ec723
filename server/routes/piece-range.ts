import { invalid } from '../problem.ts'

/** Where the bytes of a body belong. Without content-range the body is the whole. Throws 400 `invalid`. */
export function pieceRange(
  range: string | undefined,
  bytes: Buffer,
): { readonly start: number; readonly size: number } {
  if (range === undefined) return { start: 0, size: bytes.length }
  const match = /^bytes (\d{1,10})-(\d{1,10})\/(\d{1,10})$/.exec(range)
  const [start, end, size] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (!match || end - start + 1 !== bytes.length) throw invalid('content-range')
  return { start, size }
}
