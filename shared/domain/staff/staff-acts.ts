import type { DoneBy } from '../movement/movement.ts'
import type { Role } from './staff.ts'

/** `scope`: the unit where the person works after it; `personId`: whom it is about. */
interface AboutPerson extends DoneBy {
  readonly actId: string
  readonly scope: string
  readonly personId: string
}

/** Somebody begins to work. `firstPassword`: argon2id (PHC) of a password that was made on the device and is shown there once. */
export interface PersonAdded extends AboutPerson {
  readonly username: string
  readonly name: string
  /** Printed on receipts. */
  readonly code: string
  readonly roles: readonly Role[]
  readonly firstPassword: string
}

/** Name, roles or unit are others from now on. Somebody who was ended works again. */
export interface PersonChanged extends AboutPerson {
  readonly name: string
  readonly code: string
  readonly roles: readonly Role[]
}

/** Somebody works here no more. */
export interface PersonEnded extends AboutPerson {
  readonly reason: string
}

/** The password is forgotten or known to others: a new first one, and no second factor. */
export interface PasswordReset extends AboutPerson {
  readonly firstPassword: string
}
