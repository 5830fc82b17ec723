import { z } from 'zod'
import { command } from './call.ts'
import { id, instant } from './values.ts'

/**
 * Help for somebody who cannot sign in at this desk, by a supervisor who is present or on the telephone. `unlock`: the lock-out ends. `reset`: `next` is a password
 * that holds on this device alone, until the next sign-in with the centre. `extend`: who was too long without the centre gets in for some more days, once. Faults of
 * all: override-not-allowed, override-same-person, not-supervisor, needs-online-sign-in (the person never signed in here, or not for too long), centre-reachable (a
 * password is reset at the centre then, and days are not needed), password-unfit {why}, extension-not-needed, extension-used, those of sign-in.
 */
const help = z.discriminatedUnion('purpose', [
  z.strictObject({ purpose: z.literal('unlock') }),
  z.strictObject({ purpose: z.literal('reset'), next: z.string().min(1).max(256) }),
  z.strictObject({ purpose: z.literal('extend') }),
])
export type HelpWanted = z.output<typeof help>
const username = z.string().trim().min(1).max(64)

/** A supervisor signs with the own password, or the own PIN of this device. */
export const supervisorProof = {
  username,
  password: z.string().min(1).max(256).optional(),
  pin: z.string().min(1).max(12).optional(),
}

export const helpOnTheSpot = command({
  name: 'help.on-the-spot',
  input: z.strictObject({ whom: username, supervisor: z.strictObject(supervisorProof), help }),
  output: z.strictObject({ supervisorName: z.string() }),
})

/** The digits to read out. */
export const helpChallenge = command({
  name: 'help.challenge',
  input: z.strictObject({ whom: username, purpose: z.enum(['unlock', 'reset', 'extend']) }),
  output: z.strictObject({ challengeId: id, challenge: z.string(), validUntil: instant }),
})

/** One use, ten minutes, five tries. Faults also: override-answer-wrong, locked-out {until} after five wrong answers on this device. */
export const helpAnswer = command({
  name: 'help.answer',
  input: z.strictObject({ challengeId: id, supervisorId: id, answer: z.string().regex(/^\d{8}$/), help }),
  output: z.strictObject({ supervisorName: z.string() }),
})
