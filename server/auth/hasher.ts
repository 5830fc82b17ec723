import { hash, verify } from '@node-rs/argon2'

/** argon2id; both take 15-60 ms. */
export interface Hasher {
  hash(password: string): Promise<string>
  matches(hashed: string, password: string): Promise<boolean>
}

/** argon2id is the library's own choice of algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwordHash = (password: string, salt?: Uint8Array): Promise<string> =>
  hash(password, salt ? { ...cost, salt } : cost)

export const argon2: Hasher = {
  hash: (password) => passwordHash(password),
  matches: async (hashed, password) => {
    try {
      return await verify(hashed, password)
    } catch {
      // One that cannot be read lets nobody in.
      return false
    }
  },
}
