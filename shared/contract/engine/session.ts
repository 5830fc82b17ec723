import { z } from 'zod'
import { command, query } from './call.ts'
import { id, proof, role, staffLine } from './values.ts'

const signedIn = z.strictObject({
  session: z.string(),
  staff: z.strictObject({
    staffId: id,
    name: z.string(),
    code: z.string(),
    username: z.string(),
    roles: z.array(role),
  }),
  /** How the password was checked. */
  means: z.enum(['online', 'offline']),
})

/** Everyone known on this device, for the list at sign-in. */
export const listStaff = query({
  name: 'session.staff',
  input: z.strictObject({}),
  output: z.array(staffLine),
})

/** Faults: wrong-password {triesLeft}, locked-out {until}, needs-online-sign-in, staff-inactive, not-enrolled. The first time of a person needs the centre. */
export const signIn = command({
  name: 'session.sign-in',
  input: proof,
  output: signedIn,
})

/** Resolves the token after a restart of window or engine; sign-in-required when it no longer stands. */
export const currentSession = query({
  name: 'session.current',
  input: z.strictObject({}),
  output: signedIn.omit({ session: true, means: true }),
})

export const signOut = command({
  name: 'session.sign-out',
  input: z.strictObject({}),
  output: z.strictObject({}),
})

/** Opens the screen lock of the same person (Ctrl+L). Faults as sign-in. */
export const unlock = command({
  name: 'session.unlock',
  input: z.strictObject({ password: z.string().min(1).max(256) }),
  output: z.strictObject({}),
})
