import { type AnswerLine, type AnswerPage, answerLine } from '#shared/contract/sync/courier.ts'
import { limits, pageEnd } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'
import { changesPage } from '../sync/changes-page.ts'
import { positionsOf } from '../sync/cursor.ts'
import { incarnationOf } from '../sync/incarnation.ts'
import { snapshotPage } from '../sync/snapshot-page.ts'
import { isShutOut, type Taken } from './take-queue.ts'

/** The lines of an answer. A device that is shut out hears that and nothing else. */
export async function* answerContent(centre: Centre, device: Device, taken: Taken): AsyncGenerator<string> {
  const { outcome, expected } = taken
  const incarnation = await incarnationOf(centre.db)
  yield text({ line: 'about', outcome, expected, incarnation, serverTime: instantOf(centre.now()) })
  for (const verdict of taken.verdicts) yield text({ line: 'verdict', ...verdict })
  for (const [generation, lastSeq] of taken.audited) yield text({ line: 'audited', generation, lastSeq })
  for (const sha256 of taken.has) yield text({ line: 'has', sha256 })
  if (!isShutOut(outcome))
    for (const { scope, cursor } of taken.cursors)
      if (device.scopes.includes(scope)) yield* rowsOf(centre, device, scope, cursor)
  yield text({ line: 'end' })
}

const text = (line: AnswerLine): string => `${JSON.stringify(answerLine.parse(line))}\n`

/** The changes since the cursor; the scope whole where there is none, or it is too old. */
async function* rowsOf(centre: Centre, device: Device, scope: string, cursor: string | null): AsyncGenerator<string> {
  let after = cursor
  while (after !== null) {
    const page = await changesAfter(centre, device, scope, after)
    if (page === null) break
    // The database was put back since: what a file says of positions does not hold. The device is put right over the network.
    if (page === 'other-history') return
    yield page.text
    if (!page.more) return
    after = page.cursor
  }
  yield* wholeScope(centre, scope, after)
}

/** Null: the cursor is too old, or none of this scope. */
async function changesAfter(centre: Centre, device: Device, scope: string, after: string) {
  try {
    const at = positionsOf(after)
    const from = at[scope]
    if (from === undefined || Object.keys(at).length > 1) return null
    const { changes, end } = parted(await changesPage(centre, device, after, limits.changesPerPage))
    const { cursor, more, position = 0 } = end
    return { more, cursor, text: pageLines({ kind: 'changes', scope, from, after, to: position, cursor }, changes) }
  } catch (cause) {
    if (cause instanceof Problem && cause.error === 'other-history') return 'other-history'
    if (cause instanceof Problem && cause.status === 410) return null
    throw cause
  }
}

async function* wholeScope(centre: Centre, scope: string, known: string | null): AsyncGenerator<string> {
  let after: string | null = null
  do {
    const { changes, end } = parted(await snapshotPage(centre, scope, after, limits.changesPerPage))
    const { position = 0 } = end
    const cursor = end.after === null ? end.cursor : null
    yield pageLines({ kind: 'snapshot', scope, from: null, after: known, to: position, cursor }, changes)
    after = end.after
  } while (after !== null)
}

const pageLines = (head: Omit<AnswerPage, 'line' | 'count'>, changes: readonly string[]): string =>
  [text({ line: 'page', ...head, count: changes.length } as AnswerPage), ...changes.map((one) => `${one}\n`)].join('')

function parted(page: string) {
  const lines = page.trimEnd().split('\n')
  const end = pageEnd.parse(JSON.parse(lines.pop() ?? ''))
  return { changes: lines, end }
}
