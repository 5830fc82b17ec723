import type { Centre } from '../usecases/ports.ts'
import type { CentreSession } from './centre-session.ts'

/** Single questions to the centre for the use cases. */
export const centrePort = (session: CentreSession): Centre => ({
  checkPassword: (username, password) =>
    session.ask(async (client) => {
      const { staffId } = await client.checkPassword(username, password)
      return { staffId }
    }),
  lookup: (code) => session.ask((client) => client.lookup(code)),
})
