import { z } from 'zod'
import { command, query } from './call.ts'
import { id, proof, role, staffLine } from './values.ts'

const password = z.string().min(1).max(256)
/** Six digits of an authenticator, or a recovery code. */
const code = z.string().trim().min(6).max(32)
const sessionMust = z.enum(['password', 'second-factor']).nullable()

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
  /** What this person must do before anything else is answered. */
  must: sessionMust,
  /** A PIN of the lock screen is set on this device. */
  hasPin: z.boolean(),
})

/** Everyone known on this device, for the list at sign-in. */
export const listStaff = query({
  name: 'session.staff',
  input: z.strictObject({}),
  output: z.array(staffLine),
})

/** Faults: wrong-password {triesLeft}, locked-out {until}, needs-online-sign-in, staff-inactive, not-enrolled, second-factor-required, second-factor-wrong. The first time of a person needs the centre. */
export const signIn = command({
  name: 'session.sign-in',
  input: proof.extend({ code: code.optional() }),
  output: signedIn,
})

/** Resolves the token after a restart of window or engine; sign-in-required when it no longer stands. */
export const currentSession = query({
  name: 'session.current',
  input: z.strictObject({}),
  output: signedIn.pick({ staff: true }),
})

export const signOut = command({
  name: 'session.sign-out',
  input: z.strictObject({}),
  output: z.strictObject({}),
})

/** Opens the screen lock of the same person. Faults as sign-in, and pin-wrong {triesLeft}, pin-spent, pin-not-set. */
export const unlock = command({
  name: 'session.unlock',
  input: z.union([z.strictObject({ password }), z.strictObject({ pin: z.string().min(1).max(12) })]),
  output: z.strictObject({}),
})

/** From here on the session is answered nothing but unlock and sign-out (fault session-locked). */
export const lock = command({ name: 'session.lock', input: z.strictObject({}), output: z.strictObject({}) })

/** A person uses the screen: said at most once a minute while somebody types or moves the pointer. */
export const touch = command({ name: 'session.touch', input: z.strictObject({}), output: z.strictObject({}) })

/** The PIN of the lock screen on this device. Faults: pin-unfit {why}, those of sign-in. */
export const setUnlockPin = command({
  name: 'session.set-pin',
  input: z.strictObject({ password, pin: z.string().min(1).max(12) }),
  output: z.strictObject({}),
})

/** Needs the centre. Faults: password-unfit {why}, wrong-password, locked-out, online-only, second-factor-required, second-factor-wrong. */
export const changePassword = command({
  name: 'session.change-password',
  input: z.strictObject({ current: password, next: password, code: code.optional() }),
  output: z.strictObject({ must: sessionMust }),
})

/** A new secret for an authenticator; `code` where there is one in force already. Faults: those of sign-in, online-only, second-factor-off. */
export const beginSecondFactor = command({
  name: 'session.begin-second-factor',
  input: z.strictObject({ password, code: code.optional() }),
  /** `uri`: what the QR holds (otpauth). */
  output: z.strictObject({ secret: z.string(), uri: z.string() }),
})

/** In force from here on. The recovery codes are shown once. Faults: second-factor-wrong, those of sign-in, online-only. */
export const confirmSecondFactor = command({
  name: 'session.confirm-second-factor',
  input: z.strictObject({ password, code }),
  output: z.strictObject({ recoveryCodes: z.array(z.string()) }),
})
