import { z } from 'zod'
import { command } from './call.ts'
import { id, instant } from './values.ts'

/**
 * Help for somebody who cannot sign in at this desk, by a supervisor who is present or on the telephone. `next`: a password that holds on this device alone, until
 * the next sign-in with the centre; null: only the lock-out ends. Faults of all: override-not-allowed, override-same-person, not-supervisor, needs-online-sign-in
 * (the person never signed in here, or not for too long), centre-reachable (a password is reset at the centre then), password-unfit {why}, those of sign-in.
 */
const next = z.string().min(1).max(256).nullable()
const username = z.string().trim().min(1).max(64)

/** A supervisor signs with the own password, or the own PIN of this device. */
export const supervisorProof = {
  username,
  password: z.string().min(1).max(256).optional(),
  pin: z.string().min(1).max(12).optional(),
}

export const helpOnTheSpot = command({
  name: 'help.on-the-spot',
  input: z.strictObject({ whom: username, supervisor: z.strictObject(supervisorProof), next }),
  output: z.strictObject({ supervisorName: z.string() }),
})

/** The digits to read out. */
export const helpChallenge = command({
  name: 'help.challenge',
  input: z.strictObject({ whom: username, purpose: z.enum(['unlock', 'reset']) }),
  output: z.strictObject({ challengeId: id, challenge: z.string(), validUntil: instant }),
})

/** One use, ten minutes, five tries. Faults also: override-answer-wrong, locked-out {until} after five wrong answers on this device. */
export const helpAnswer = command({
  name: 'help.answer',
  input: z.strictObject({ challengeId: id, supervisorId: id, answer: z.string().regex(/^\d{8}$/), next }),
  output: z.strictObject({ supervisorName: z.string() }),
})
