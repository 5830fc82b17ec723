import type { PageEnd } from '#shared/contract/sync/protocol.ts'

interface StoredChange {
  readonly scope: string
  readonly seq: number
  readonly entity: string
  readonly id: string
  readonly version: number
  /** JSON text, put into the line as it is stored: parsing and writing it again would only cost time. */
  readonly row: string | null
}

/** One change as a line of NDJSON, without the line's end. */
export function lineOf({ scope, seq, entity, id, version, row }: StoredChange): string {
  return `${JSON.stringify({ scope, seq, entity, id, version }).slice(0, -1)},"row":${row ?? 'null'}}`
}

export function pageText(lines: readonly string[], end: Omit<PageEnd, 'end'>): string {
  return `${[...lines, JSON.stringify({ end: true, ...end })].join('\n')}\n`
}
