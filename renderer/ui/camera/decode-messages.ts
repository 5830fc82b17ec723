import type { Effort } from '#shared/decoding/decoder.ts'

/** Page to worker: read this picture (it is transferred, and closed there). */
export interface DecodeRequest {
  readonly id: number
  readonly picture: ImageBitmap
  readonly effort: Effort
}

/** Worker to page. `ms`: the reading with taking the pixels. unreadable: there were no pixels to be had (too many for the memory). */
export type DecodeAnswer =
  | { readonly id: number; readonly kind: 'read'; readonly text: string | null; readonly ms: number }
  | { readonly id: number; readonly kind: 'unreadable' }
