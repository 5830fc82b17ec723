import { z } from 'zod'
import { fatalCode } from './lifecycle.ts'

/**
 * First message the shell sends to a new engine over `parentPort`: all that it may know of its machine.
 * The key travels here and nowhere else: argv and environment can be read by other programs.
 */
export const start = z.strictObject({
  type: z.literal('start'),
  /** Absolute folder that holds the database, blobs and backups; exists. */
  dataDir: z.string().min(1),
  /** 32 random bytes, base64; null where there is none that can be used: `keyTrouble` says why. */
  key: z.base64().length(44).nullable(),
  keyTrouble: fatalCode.nullable(),
  /** A key that was being given to the database when the program ended. */
  nextKey: z.base64().length(44).optional(),
  /** Origin of the central server, no slash at the end. */
  serverUrl: z.url(),
  /** True where the key is not protected by an operating system's key store (demo and tests): the status bar says so. */
  insecureKey: z.boolean(),
  appVersion: z.string().min(1),
  /** Absolute path of the SQLite add-on to load where the shipped one cannot be (Node-API below 10). */
  sqliteBinding: z.string().min(1).optional(),
  /** Absolute folder of region packs, fonts and the like. */
  resourcesDir: z.string().min(1),
  /** New versions, where this program installs them itself. */
  updates: z
    .strictObject({
      /** As `linux-x64`. */
      platform: z.string().min(1),
      /** Ed25519 public keys of who makes releases, base64url. */
      keys: z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/)).min(1),
      /** The version that could not be installed the last time. */
      failed: z.string().nullable(),
    })
    .optional(),
  /** One-time enrolment code to use at once on a device that is not enrolled yet (demo). */
  enrolCode: z.string().min(1).optional(),
})

export type Start = z.output<typeof start>
