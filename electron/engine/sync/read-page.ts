import type { z } from 'zod'
import { type Change, change, type PageEnd, pageEnd } from '#shared/contract/sync/protocol.ts'
import { parseJson, refuseTrouble, requireType } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { Answer } from './exchange.ts'
import { type LineReader, LineTooLong, lineReader } from './line-reader.ts'

/** Refused beyond these: one row, one page. */
const longestLine = 1_048_576
const longestPage = 67_108_864

export interface Page {
  readonly changes: readonly Change[]
  readonly end: PageEnd
  /** Unzipped bytes read. */
  readonly bytes: number
}

/** Reads one NDJSON page to its end line; a page without one was cut, and nothing of it is used. */
export async function readPage(answer: Answer): Promise<Page> {
  await refuseTrouble(answer)
  requireType(answer, /^application\/(x-)?ndjson\b/i)
  const reader = lineReader(longestLine)
  const changes: Change[] = []
  let end: PageEnd | null = null
  let bytes = 0
  for await (const chunk of answer.chunks) {
    bytes += chunk.length
    if (bytes > longestPage) throw unreadable(answer, 'too-large')
    for (const line of linesOf(reader, chunk, answer)) {
      if (end) throw unreadable(answer, 'unexpected')
      const value = parseJson(line, answer.status)
      if (isEnd(value)) end = shaped(pageEnd, value, answer)
      else changes.push(shaped(change, value, answer))
    }
  }
  if (!end || reader.pending() > 0) throw new CentreTrouble('answer-cut', 'cut', { status: answer.status })
  return { changes, end, bytes }
}

function linesOf(reader: LineReader, chunk: Uint8Array, answer: Answer): string[] {
  try {
    return reader.take(chunk)
  } catch (cause) {
    if (cause instanceof LineTooLong) throw unreadable(answer, 'too-large', cause)
    throw cause
  }
}

const isEnd = (value: unknown) => typeof value === 'object' && value !== null && 'end' in value

function shaped<S extends z.ZodType>(schema: S, value: unknown, answer: Answer): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw unreadable(answer, 'unexpected', parsed.error)
}

const unreadable = (answer: Answer, reason: 'too-large' | 'unexpected', cause?: unknown) =>
  new CentreTrouble('answer-unreadable', reason, { status: answer.status, cause })
