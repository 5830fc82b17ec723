import type { z } from 'zod'
import { problem } from '#shared/contract/sync/protocol.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { type Answer, readBody } from './exchange.ts'

/** No JSON answer of the centre is larger; lists come as NDJSON. */
const jsonBytes = 8_388_608

/** Reads a JSON answer and checks its shape; everything else than the expected 2xx becomes CentreTrouble. */
export const readJson =
  <S extends z.ZodType>(schema: S) =>
  async (answer: Answer): Promise<z.output<S>> => {
    await refuseTrouble(answer)
    requireType(answer, /^application\/(.+\+)?json\b/i)
    const parsed = schema.safeParse(parseJson((await readBody(answer, jsonBytes)).toString('utf8'), answer.status))
    if (parsed.success) return parsed.data
    throw new CentreTrouble('answer-unreadable', 'unexpected', { status: answer.status, cause: parsed.error })
  }

/** Returns only for 2xx. A portal's or proxy's page is told apart from a problem of the centre itself. */
export async function refuseTrouble(answer: Answer): Promise<void> {
  const { status } = answer
  if (status >= 200 && status < 300) return
  if (status >= 300 && status < 400) throw new CentreTrouble('centre-unreadable', 'redirect', { status })
  const told = await problemOf(answer)
  if (status >= 500 && status !== 511)
    throw new CentreTrouble('centre-error', 'status', { status, problem: told?.error ?? null })
  if (!told) throw new CentreTrouble('centre-unreadable', isPage(answer) ? 'html' : 'wrong-type', { status })
  if (told.error === 'damaged') throw new CentreTrouble('answer-unreadable', 'damaged', { status, problem: told.error })
  const wait = told.retryAfterSeconds
  const retryAfterSeconds = typeof wait === 'number' ? wait : null
  const more = { status, problem: told.error, expectedSeq: told.expectedSeq ?? null, retryAfterSeconds }
  throw new CentreTrouble(codeOf(status, told.error), 'refused', more)
}

function codeOf(status: number, error: string) {
  switch (error) {
    case 'quarantined':
      return 'device-quarantined'
    case 'superseded':
      return 'device-copied'
    case 'revoked':
      return 'device-revoked'
    case 'protocol':
      return 'protocol-too-old'
    case 'rate-limited':
      return 'centre-busy'
    case 'enrol-code-invalid':
    case 'wrong-password':
    case 'locked-out':
    case 'staff-inactive':
    case 'not-permitted':
    case 'password-unfit':
    case 'second-factor-required':
    case 'second-factor-wrong':
    case 'second-factor-off':
    case 'device-act-impossible':
      return error
    default:
      return status === 426 ? 'protocol-too-old' : 'centre-error'
  }
}

async function problemOf(answer: Answer) {
  if (isPage(answer)) return null
  try {
    const parsed = problem.safeParse(JSON.parse((await readBody(answer, 65_536)).toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch (cause) {
    if (cause instanceof CentreTrouble && cause.reason === 'damaged') throw cause
    // Whatever it is, it is no problem body; the status says enough.
    return null
  }
}

const isPage = (answer: Answer) => /html/i.test(answer.contentType)

export function requireType(answer: Answer, type: RegExp): void {
  if (type.test(answer.contentType)) return
  throw new CentreTrouble('centre-unreadable', isPage(answer) ? 'html' : 'wrong-type', { status: answer.status })
}

export function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CentreTrouble('answer-unreadable', 'not-json', { status, cause })
  }
}
