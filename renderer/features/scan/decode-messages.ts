import type { Effort } from '#shared/decoding/decoder.ts'

/** Page to worker: read this picture (it is transferred, and closed there). */
export interface DecodeRequest {
  readonly id: number
  readonly picture: ImageBitmap
  readonly effort: Effort
}

/** Worker to page. `ms`: the reading with taking the pixels. */
export interface DecodeAnswer {
  readonly id: number
  readonly text: string | null
  readonly ms: number
}
