import type { z } from 'zod'
import type { Fault } from '#shared/contract/errors.ts'
import type { changePasswordAnswer } from '#shared/contract/sync/protocol.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Centre, Clock } from '../usecases/ports.ts'
import type { CentreSession } from './centre-session.ts'

/** Single questions to the centre for the use cases. */
export const centrePort = (session: CentreSession, clock: Clock): Centre => ({
  async checkPassword({ username, password, code, again }) {
    const answer = await session.ask(async (client) => {
      const found = await client.checkPassword({ username, password, code, again })
      return { staffId: found.staffId, ...standingOf(found) }
    })
    return withEnd(answer, clock)
  },
  async changePassword({ username, password, code, next }) {
    const answer = await session.ask(async (client) =>
      standingOf(await client.changePassword({ username, password, code, next })),
    )
    return withEnd(answer, clock)
  },
  async beginSecondFactor({ username, password, code }) {
    const answer = await session.ask(async (client) => {
      const { secret, uri } = await client.beginSecondFactor({ username, password, code })
      return { secret, uri }
    })
    return withEnd(answer, clock)
  },
  async confirmSecondFactor({ username, password, code = '' }) {
    const answer = await session.ask(async (client) => {
      const { recoveryCodes } = await client.confirmSecondFactor({ username, password, code })
      return { recoveryCodes }
    })
    return withEnd(answer, clock)
  },
  async actOnDevice(act, username, password) {
    const answer = await session.ask(async (client, { serverUrl }) => ({
      ...(await client.actOnDevice({ act, username, password })),
      serverUrl,
    }))
    return withEnd(answer, clock)
  },
  askCity: (question, staffId) => session.ask((client) => client.askCity(question, staffId)),
  lookup: (code, staffId) => session.ask((client) => client.lookup(code, staffId)),
  status: (asked, staffId) => session.ask((client) => client.status(asked, staffId)),
  statusDocument: (asked, staffId) => session.ask((client) => client.statusDocument(asked, staffId)),
  blob: (sha256) => session.ask((client) => client.blob(sha256)),
})

const standingOf = ({ must = null, credentialsSince = null }: z.output<typeof changePasswordAnswer>) => ({
  must,
  credentialsSince,
})

/** A lock-out is told with its end, by the clock of this device. */
function withEnd<T>(answer: Result<T, Fault>, clock: Clock): Result<T, Fault> {
  if (answer.ok || answer.refusal.code !== 'locked-out') return answer
  const { code, details } = answer.refusal
  const seconds = details?.retryAfterSeconds
  if (typeof seconds !== 'number') return answer
  const until = new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()
  return { ok: false, refusal: { code, details: { ...details, until } } }
}
