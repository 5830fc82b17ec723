import type { FastifyBaseLogger } from 'fastify'
import type { Centre } from '../centre.ts'
import { alone } from '../database/alone.ts'
import { hearQuestions } from './hear-questions.ts'
import { hearSteps } from './hear-steps.ts'
import { type KngPort, KngUnavailable } from './kng-port.ts'
import { sendOwed } from './send-owed.ts'

const usualMs = 5000

/** What one round did; null: another process is at it. */
export interface Round {
  readonly sent: number
  readonly heard: number
  /** Of sending and of hearing. */
  readonly failures: readonly unknown[]
  readonly unreadable: number
}

/**
 * One round with KNG: what is owed goes out, what happened and what was asked comes in, what was finished is fetched. One process at a time; where two do it all the same (a connection was lost meanwhile),
 * keys, cursor and row locks keep it right. That one half fails is no reason to leave the other.
 */
export function exchangeWithKng(centre: Centre, kng: KngPort): Promise<Round | null> {
  return alone(centre.database, 'kng', async () => {
    const failures: unknown[] = []
    const tried = async <T>(run: () => Promise<T>, otherwise: T) =>
      run().catch((cause: unknown) => {
        failures.push(cause)
        return otherwise
      })
    const sent = await tried(() => sendOwed(centre, kng), 0)
    const { steps: heard, unreadable } = await tried(() => hearSteps(centre, kng), { steps: 0, unreadable: 0 })
    const asked = await tried(() => hearQuestions(centre, kng), 0)
    // What the steps brought to be fetched need not wait for the next round.
    const fetched = heard > 0 ? await tried(() => sendOwed(centre, kng), 0) : 0
    return { sent: sent + fetched, heard: heard + asked, failures, unreadable }
  })
}

/** Round after round until it is closed; without KNG there is nothing to do. */
export function openKngExchange(
  centre: Centre,
  log: FastifyBaseLogger,
  everyMs: number = usualMs,
): { close(): Promise<void> } {
  const { kng } = centre
  if (!kng) return { close: async () => {} }
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const tell = trouble(log)
  const again = () => {
    running = exchangeWithKng(centre, kng)
      .then((round) => tell(round))
      .catch((err: unknown) => log.error({ err }, 'the exchange with KNG failed'))
      .finally(() => {
        if (!closed) timer = setTimeout(again, everyMs).unref()
      })
  }
  again()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      kng.close()
      await running
    },
  }
}

/** Once when it begins and once when it is over, not at every round. */
function trouble(log: FastifyBaseLogger): (round: Round | null) => void {
  let told = ''
  return (round) => {
    if (round === null) return
    const codes = round.failures.map((cause) => (cause instanceof KngUnavailable ? cause.code : 'broken')).join(' ')
    for (const err of round.failures) if (!(err instanceof KngUnavailable)) log.error({ err }, 'a round with KNG broke')
    if (round.unreadable > 0) log.error({ steps: round.unreadable }, 'KNG told steps that cannot be read')
    if (codes !== told) log.warn({ codes }, codes === '' ? 'KNG answers again' : 'KNG does not answer')
    told = codes
  }
}
