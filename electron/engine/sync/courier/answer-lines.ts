import { type AnswerLine, type AnswerPage, answerLine } from '#shared/contract/sync/courier.ts'
import { type Change, change } from '#shared/contract/sync/protocol.ts'
import { FileTrouble } from '#shared/courier/file-trouble.ts'
import { linesOf } from '#shared/courier/lines.ts'
import { openFile } from '#shared/courier/open-file.ts'
import { gunzipped } from './packing.ts'

/** A line of an answer, a page with the changes that follow it. */
export type AnswerPart =
  | Exclude<AnswerLine, { line: 'page' }>
  | (AnswerPage & { readonly changes: readonly Change[]; readonly bytes: number })

/** Rows of one page; the centre makes smaller ones. */
const mostRows = 10_000

/** The content of an answer in order, to its end. Throws FileTrouble `damaged`, `other-recipient`. */
export async function* answerParts(file: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<AnswerPart> {
  const lines = linesOf(gunzipped(openFile(file, key)))
  let ended = false
  for (;;) {
    const next = await lines.next()
    if (next.done) break
    const line = parsed(next.value, (value) => answerLine.parse(value))
    if (ended) throw new FileTrouble('damaged')
    ended = line.line === 'end'
    yield line.line === 'page' ? await pageOf(line, lines) : line
  }
  if (!ended) throw new FileTrouble('damaged')
}

async function pageOf(page: AnswerPage, lines: AsyncGenerator<Uint8Array>) {
  if (page.count > mostRows) throw new FileTrouble('damaged')
  const changes: Change[] = []
  let bytes = 0
  while (changes.length < page.count) {
    const next = await lines.next()
    if (next.done) throw new FileTrouble('damaged')
    bytes += next.value.length
    changes.push(parsed(next.value, (value) => change.parse(value)))
  }
  return { ...page, changes, bytes }
}

function parsed<T>(bytes: Uint8Array, read: (value: unknown) => T): T {
  try {
    return read(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (cause) {
    // Signed by the centre, but not as the contract has it.
    throw new FileTrouble('damaged', { cause })
  }
}
