import type { Fault } from '#shared/contract/errors.ts'
import type { Centre, Clock } from '../usecases/ports.ts'
import type { CentreSession } from './centre-session.ts'

/** Single questions to the centre for the use cases. */
export const centrePort = (session: CentreSession, clock: Clock): Centre => ({
  async checkPassword(username, password) {
    const answer = await session.ask(async (client) => {
      const { staffId } = await client.checkPassword(username, password)
      return { staffId }
    })
    return answer.ok ? answer : { ok: false, refusal: withEnd(answer.refusal, clock) }
  },
  askCity: (question, staffId) => session.ask((client) => client.askCity(question, staffId)),
  lookup: (code, staffId) => session.ask((client) => client.lookup(code, staffId)),
  blob: (sha256) => session.ask((client) => client.blob(sha256)),
})

/** A lock-out is told with its end, by the clock of this device. */
function withEnd(fault: Fault, clock: Clock): Fault {
  const seconds = fault.details?.retryAfterSeconds
  if (fault.code !== 'locked-out' || typeof seconds !== 'number') return fault
  const until = new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()
  return { code: fault.code, details: { ...fault.details, until } }
}
