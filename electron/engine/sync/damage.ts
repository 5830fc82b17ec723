import { createHash } from 'node:crypto'
import { answerHead, digestHeader, questionHead } from '#shared/contract/sync/digest.ts'
import { CentreTrouble } from './centre-trouble.ts'

interface Question {
  readonly method: string
  readonly path: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** What the centre checks a question against before it judges it. */
export function digestOfQuestion({ method, path, body, headers }: Question): string {
  const head = questionHead(method, path, (name) => headers?.[name] ?? null)
  return createHash('sha256')
    .update(head)
    .update(body ?? '')
    .digest('hex')
}

interface Answer {
  readonly status: number
  header(name: string): string | null
  readonly chunks: AsyncIterable<Uint8Array>
}

/** The answer, which throws CentreTrouble `damaged` at its end when it is not what the centre sent. One without a digest is not checked. */
export function checked<A extends Answer>(answer: A): A {
  const told = answer.header(digestHeader)
  return told === null ? answer : { ...answer, chunks: checkedChunks(answer, told) }
}

async function* checkedChunks({ status, header, chunks }: Answer, told: string): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256').update(answerHead(status, header))
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== told) throw new CentreTrouble('answer-unreadable', 'damaged', { status })
}
