import type { Quad, Size } from './quad.ts'
import type { PageLook } from './straighten.ts'

/** How a page is made of its picture. `turns`: quarters to the right. */
export interface PageWish {
  readonly corners: Quad
  readonly turns: number
  readonly look: PageLook
}

/** Page to worker; the picture is handed over and closed there. */
export type PageRequest = { readonly id: number; readonly picture: ImageBitmap } & (
  | { readonly task: 'find' }
  /** Keeps the picture, finds the page in it, and straightens it. */
  | { readonly task: 'take'; readonly find: boolean; readonly look: PageLook }
  | { readonly task: 'make'; readonly wish: PageWish }
)

export interface FoundInPicture {
  /** null: none that is likely. */
  readonly corners: Quad | null
}

export interface MadePage extends Size {
  readonly jpeg: Blob
}

export interface TakenPage {
  /** The picture as it came, for another try. */
  readonly original: Blob
  readonly picture: Size
  readonly found: Quad | null
  readonly made: MadePage
}

export type PageAnswer =
  | { readonly id: number; readonly task: 'find'; readonly value: FoundInPicture }
  | { readonly id: number; readonly task: 'take'; readonly value: TakenPage }
  | { readonly id: number; readonly task: 'make'; readonly value: MadePage }
  | { readonly id: number; readonly task: 'failed' }
