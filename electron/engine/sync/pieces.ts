import { refuseTrouble } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { type Answer, type Question, readBody } from './exchange.ts'

/** How files go to the centre, a piece at a time. */

export const bearing = (question: Question, bearer: string): Question => ({
  ...question,
  headers: { ...question.headers, authorization: `Bearer ${bearer}` },
})

export interface Piece {
  /** Of the whole. */
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly from: number
  readonly size: number
}

export const patient = { wholeMs: 600_000, stallMs: 600_000 }

export function putPiece(path: string, piece: Piece): Question {
  const to = piece.from + piece.bytes.length - 1
  return {
    method: 'PUT',
    path,
    body: piece.bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${piece.from}-${to}/${piece.size}`,
    },
  }
}

export async function readNothing(answer: Answer): Promise<void> {
  await refuseTrouble(answer)
  // A portal says 200 to everything: only the centre's own kind of answer counts.
  if (/html/i.test(answer.contentType)) throw new CentreTrouble('centre-unreadable', 'html', { status: answer.status })
  await readBody(answer, 1_048_576)
}

/** Bytes of a blob the centre has; 0 when it knows nothing of it. */
export async function readReceived(answer: Answer): Promise<number> {
  await readBody(answer, 1_048_576)
  if (answer.status === 404) return 0
  await refuseTrouble(answer)
  const received = Number(answer.header('x-loket-received') ?? Number.NaN)
  if (Number.isInteger(received) && received >= 0) return received
  throw new CentreTrouble('answer-unreadable', 'unexpected', { status: answer.status })
}
