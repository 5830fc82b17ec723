import type { RegionPack } from '../region/region-pack.ts'

export interface DocumentLimits {
  /** Of the PDF of one requirement. */
  readonly bytes: number
  readonly pages: number
}

/** What the centre takes as one file (shared/contract/sync/protocol.ts): no pack can allow more. */
const mostBytes = 8_000_000
const mostPages = 40

/** What the PDF of one requirement may be in this city. */
export const documentLimits = ({ limits }: Pick<RegionPack, 'limits'>): DocumentLimits => ({
  bytes: Math.min(mostBytes, limits.documentBytes ?? 2_000_000),
  pages: Math.min(mostPages, limits.documentPages ?? 20),
})
