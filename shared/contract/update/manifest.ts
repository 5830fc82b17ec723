import { z } from 'zod'

/** What a release is built for: operating system and processor as Node names them. */
export const updatePlatform = z.enum(['win32-x64', 'linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])
export type UpdatePlatform = z.output<typeof updatePlatform>

export const updateLimits = {
  /** The text that is signed. */
  manifestBytes: 16_384,
  /** One piece of a file, as it is asked for with `range`. */
  pieceBytes: 1_048_576,
  fileBytes: 1_073_741_824,
} as const

const instant = z.iso.datetime({ precision: 3 })

/** Three numbers and nothing behind them: what is tried out first is staged, not named beta. */
export const releaseVersion = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

/** A file's name without a way out of its folder. */
export const updateFileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/)

/** One release for one platform. Loose: a later release may say more than this program knows. */
export const updateManifest = z.looseObject({
  product: z.literal('loket'),
  platform: updatePlatform,
  version: releaseVersion,
  /** When it was signed. One that is older than what a device has seen is refused: nobody can put yesterday's word in the place of today's. */
  issuedAt: instant,
  /** So many of a hundred devices get it now. The same ones stay in when it grows. */
  stagePercent: z.number().int().min(0).max(100),
  /** From then on it is installed before anybody signs in, on every device whatever the stage; null: when the program is closed. */
  forcedAfter: instant.nullable(),
  /** Lowest version that may go straight to this one. */
  minVersion: releaseVersion,
  /** What is new, for the clerk; a sentence. */
  note: z.looseObject({ id: z.string().max(500), en: z.string().max(500) }),
  file: z.looseObject({
    name: updateFileName,
    size: z.number().int().positive().max(updateLimits.fileBytes),
    /** Hex. */
    sha512: z.string().regex(/^[0-9a-f]{128}$/),
  }),
})
export type UpdateManifest = z.output<typeof updateManifest>

/**
 * The manifest as it travels and lies on disks: the very text that was signed, so that nothing has to be written again in the same way to check it. More than one
 * signature while keys are changed: a program takes what one of its own keys signed.
 */
export const signedManifest = z.looseObject({
  manifest: z.string().max(updateLimits.manifestBytes),
  signatures: z
    .array(
      z.looseObject({
        /** Ed25519, 32 bytes, base64url. */
        key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        /** 64 bytes, base64url. */
        signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
      }),
    )
    .min(1)
    .max(4),
})
export type SignedManifest = z.output<typeof signedManifest>

/** What is signed: the text behind a word that no other signature of this system begins with. */
export const signedText = (manifest: string): string => `loket-update-1\n${manifest}`

/** GET: signedManifest as JSON; 404 where there is no release for it. */
export const updateManifestPath = (platform: string): string => `/v1/updates/${platform}/manifest`

/** GET with `range: bytes=FROM-TO`, at most a piece: 206 and `content-range`. */
export const updateFilePath = (platform: string, name: string): string => `/v1/updates/${platform}/files/${name}`
