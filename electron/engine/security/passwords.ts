import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '../usecases/ports.ts'

/** 19 MiB, two passes (argon2id is the library's default): 15-60 ms on a counter's machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwords: Passwords = {
  makeVerifier: (password) => hash(password, cost),
  matches: async (verifier, password) => {
    try {
      return await verify(verifier, password)
    } catch {
      // A verifier that cannot be read lets nobody in.
      return false
    }
  },
}
