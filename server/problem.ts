/** Every refusal of the server, as its answer will say it: `{ error, message?, expectedSeq? }` with an HTTP status. Never carries personal data. */
export class Problem extends Error {
  readonly status: number
  readonly error: string
  readonly more: Readonly<Record<string, string | number>>

  constructor(status: number, error: string, more: Readonly<Record<string, string | number>> = {}) {
    super(error)
    this.status = status
    this.error = error
    this.more = more
  }
}

export const unauthorised = () => new Problem(401, 'unauthorised')
export const invalid = (message: string) => new Problem(400, 'invalid', { message })
export const notFound = () => new Problem(404, 'not-found')
