import { z } from 'zod'
import { entityName } from './rows.ts'

/** Sent as `x-loket-protocol`; raised whenever a wire schema changes incompatibly (a test pins their hash). */
export const protocolVersion = 2

export const limits = {
  pushCommands: 500,
  pushBytes: 1_048_576,
  commandsPerTransaction: 50,
  changesPerPage: 2000,
  historyCommands: 200,
  blobBytes: 8_388_608,
} as const

/** All bytes travel as base64url without padding; hashes as lower-case hex of SHA-256. */
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime({ precision: 3 })

export const deviceIdentity = z.looseObject({
  deviceId: z.string(),
  /** Short and printed on receipts: `02`. Unique within its home scope. */
  deviceCode: z.string(),
  /** Shown on screens: `KTB-02`. */
  deviceName: z.string(),
  homeScope: z.string(),
  scopes: z.array(z.string()),
  generation: z.number().int().positive(),
})

/** POST /v1/devices/enrol */
export const enrolRequest = z.looseObject({
  /** Programs up to 1.1 tell the code itself; later ones its name, and prove that they know it (shared/domain/enrolment/enrolment-slip.ts). */
  code: z.string().min(6).max(64).optional(),
  codeName: sha256.optional(),
  codeProof: base64url.optional(),
  signingKey: base64url, // Ed25519, raw 32 bytes
  sealingKey: base64url, // X25519, raw 32 bytes
  lanKey: base64url, // P-256 public key, SPKI DER
  /** The database key sealed to the centre's key (HPKE), so that a backup can be restored when the Windows profile is gone. Sent in a second step when the centre's key is known. */
  appVersion: z.string(),
})
export const enrolAnswer = z.looseObject({
  device: deviceIdentity,
  centre: z.looseObject({ sealingKey: base64url, signingKey: base64url }),
  region: z.looseObject({ id: z.string(), version: z.number() }), // whole region pack, see shared/domain/region/region-pack.ts
  serverTime: instant,
  /** That the centre knows the code, too; for who proved to know it. */
  codeProof: base64url.optional(),
})

/** POST /v1/devices/{id}/recovery: the database key sealed to the centre (HPKE base mode, X25519 / HKDF-SHA256 / AES-256-GCM): enc || ciphertext. */
export const recoveryRequest = z.looseObject({ sealedKey: base64url })

/** POST /v1/challenge {deviceId} -> nonce; POST /v1/token {deviceId, nonce, signature = Ed25519("loket-token:" + nonce)} -> bearer token */
export const challengeRequest = z.looseObject({ deviceId: z.string() })
export const challengeAnswer = z.looseObject({ nonce: z.string(), serverTime: instant })
export const tokenRequest = z.looseObject({ deviceId: z.string(), nonce: z.string(), signature: base64url })
/**
 * Where the centre stands with a device: last number and hash of its commands and of its audit chain in each generation (64 zeros: none). A device that is behind
 * was restored from a backup; a centre that is behind was. `incarnation` changes when the centre's database was put back to an earlier state.
 */
export const standing = z.looseObject({
  incarnation: z.string(),
  chains: z.array(
    z.looseObject({
      generation: z.number().int().positive(),
      seq: z.number().int().nonnegative(),
      hash: sha256,
      auditSeq: z.number().int().nonnegative(),
      auditHash: sha256,
    }),
  ),
  /** The last file that the device brought whole; null: none. */
  lastBlob: sha256.nullable().optional(),
  /** Does the centre keep the device's sealed database key? */
  keyKept: z.boolean().optional(),
})
export const tokenAnswer = z.looseObject({
  token: z.string(),
  expiresInSeconds: z.number(),
  serverTime: instant,
  device: deviceIdentity,
  standing: standing.optional(),
})

/**
 * POST /v1/devices/{id}/generation: a new generation after a fork. It has a signing key of its own, made on the device, so that of two computers with one
 * identity only the first one to ask goes on. Both keys sign `generationText`. The same request again has the same answer. 401 `unauthorised`: the centre does not
 * know the old key (it was restored: ask from an earlier generation); 403 `superseded`: another computer has gone on under this identity.
 */
export const generationRequest = z.looseObject({
  nonce: z.string(),
  from: z.number().int().positive(),
  /** Not below this one: what the device had before the centre was restored. */
  atLeast: z.number().int().positive(),
  signingKey: base64url,
  /** By the key of `from`, and by the new one. */
  signature: base64url,
  newSignature: base64url,
  /** The device fell behind the centre, or has another history under the same numbers. */
  reason: z.enum(['restored', 'forked', 'copied', 'again']),
})
export const generationAnswer = z.looseObject({ device: deviceIdentity, standing, serverTime: instant })

/** What is signed for a new generation. */
export const generationText = (asked: {
  readonly nonce: string
  readonly deviceId: string
  readonly from: number
  readonly atLeast: number
  readonly signingKey: string
}): string => `loket-generation:${asked.nonce}:${asked.deviceId}:${asked.from}:${asked.atLeast}:${asked.signingKey}`

/** POST /v1/staff/sign-in (device token): checks a person's password online. The verifier for offline use is made on the device. */
const typedPassword = {
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  /** Six digits of the authenticator, or a recovery code; where the centre answered `second-factor-required`. */
  code: z.string().max(64).optional(),
}
export const staffSignInRequest = z.looseObject({
  ...typedPassword,
  /** Somebody with a session proves to be there: the second factor is not asked. */
  again: z.boolean().optional(),
})
/** Since when the password holds (`credentialsSince`, as in the person's row), and what must be done before any work. Absent: nothing is known of it. */
const credentials = {
  must: z.enum(['password', 'second-factor']).nullish(),
  credentialsSince: instant.nullish(),
}
export const staffSignInAnswer = z.looseObject({ staffId: z.string(), ...credentials })

/** POST /v1/staff/password (device token): another password, by the one before. 400 `password-unfit`. */
export const changePasswordRequest = z.looseObject({ ...typedPassword, next: z.string().min(1).max(256) })
export const changePasswordAnswer = z.looseObject(credentials)

/** POST /v1/staff/second-factor: a new secret, not in force before it is confirmed. 403 `second-factor-off` where the centre keeps none. */
export const secondFactorRequest = z.looseObject(typedPassword)
export const secondFactorAnswer = z.looseObject({ secret: z.string(), uri: z.string() })

/** POST /v1/staff/second-factor/confirm: `code` of the new secret. */
export const confirmFactorRequest = z.looseObject({ ...typedPassword, code: z.string().min(6).max(64) })
export const confirmFactorAnswer = z.looseObject({ recoveryCodes: z.array(z.string()) })

/** What is hashed and signed: JSON text of this, kept and sent as the exact string (`envelope`), never re-serialised. */
export const commandEnvelope = z.looseObject({
  v: z.number().int().positive(),
  id: z.string(),
  deviceId: z.string(),
  generation: z.number().int().positive(),
  seq: z.number().int().positive(),
  scope: z.string(),
  type: z.string(),
  at: instant,
  hlc: z.string(),
  staffId: z.string(),
  policyVersion: z.number().int(),
  payloadHash: sha256, // SHA-256(salt || payload)
  prevHash: sha256, // hash of the envelope before; 64 zeros for the first of a generation
})

export const pushedCommand = z.looseObject({
  envelope: z.string(),
  hash: sha256, // SHA-256(envelope)
  signature: base64url, // Ed25519 over the 32 bytes of hash
  payload: z.string().nullable(), // exact JSON text; null once erased
  salt: base64url, // 16 bytes
})
/** POST /v1/sync/push */
export const pushRequest = z.looseObject({
  deviceId: z.string(),
  generation: z.number().int(),
  commands: z.array(pushedCommand).max(limits.pushCommands),
})

export const verdict = z.looseObject({
  commandId: z.string(),
  seq: z.number().int(),
  kind: z.enum(['applied', 'duplicate', 'conflict', 'refused']),
  /** For conflict and refused: why, as a code of the error taxonomy; for `duplicate` the stored verdict stands in `original`. */
  code: z.string().nullable(),
  original: z.enum(['applied', 'conflict', 'refused']).nullable(),
  caseId: z.string().nullable(),
  decidedAt: instant,
})
export const pushAnswer = z.looseObject({ verdicts: z.array(verdict), lastSeq: z.number().int(), serverTime: instant })

/** GET /v1/sync/history?generation=&after=&limit=: the device's own commands with their verdicts, in order: what a restored backup does not have any more. */
export const historyAnswer = z.looseObject({
  commands: z.array(z.looseObject({ ...pushedCommand.shape, verdict })),
  more: z.boolean(),
  serverTime: instant,
})

/** Body of every 4xx/5xx: 409 carries `expected-seq` (expectedSeq) or `forked`. */
export const problem = z.looseObject({
  error: z.string(), // expected-seq | forked | generation-unknown | superseded | quarantined | revoked | unauthorised | invalid | too-large | not-found | protocol | enrol-code-invalid | wrong-password | locked-out | rate-limited | internal
  message: z.string().optional(),
  expectedSeq: z.number().int().optional(),
})

/** One entry of a device's audit chain; `entry` is the exact hashed text: {seq, at, staffId, kind, subject, commandHash, prevHash}. */
export const auditEntry = z.looseObject({ seq: z.number().int().positive(), entry: z.string(), hash: sha256 })
/** POST /v1/sync/audit */
export const auditRequest = z.looseObject({
  deviceId: z.string(),
  generation: z.number().int(),
  entries: z.array(auditEntry).max(1000),
})
export const auditAnswer = z.looseObject({ lastSeq: z.number().int(), serverTime: instant })

/** One line of NDJSON in /v1/sync/snapshot and /v1/sync/changes. */
export const change = z.looseObject({
  scope: z.string(),
  seq: z.number().int().nonnegative(),
  entity: z.union([entityName, z.string()]),
  id: z.string(),
  version: z.number().int().positive(),
  row: z.looseObject({}).nullable(),
})
/** Last line of every NDJSON page. Snapshot: `after` continues (null = complete), `cursor` was taken before the first page. Changes: `cursor` is the next position, `more` says whether to ask at once. */
export const pageEnd = z.looseObject({
  end: z.literal(true),
  cursor: z.string(),
  after: z.string().nullable(),
  more: z.boolean(),
  total: z.number().int().optional(), // rows in the whole snapshot, for the progress bar
  position: z.number().int().nonnegative().optional(), // where `cursor` stands in the changes of the one scope asked about: orders it among others (a file may come late)
  serverTime: instant,
})

/** GET /v1/sync/poke: server-sent events, `event: moved`, data = this. */
export const poke = z.looseObject({ scope: z.string() })

/** Where the centre keeps a row that was looked up. */
const whereKept = {
  scope: z.string(),
  unitName: z.string(),
  kecamatan: z.string(),
  /** Of a scope that the asking device replicates: never "elsewhere". The device has not pulled it yet and should sync. */
  own: z.boolean().optional(),
}

/**
 * GET /v1/lookup?code=: an e-Kitir or number this device does not know. Audited, rate-limited, not stored. `cards`: every card of the kitir (of a card
 * label: that card), each with its own state; only `ready` may be told as "it is at …".
 */
export const lookupAnswer = z.looseObject({
  found: z.boolean(),
  kitirNumber: z.string().nullable(),
  cards: z.array(
    z.looseObject({
      cardId: z.string(),
      kind: z.enum(['ktp-el', 'kia']),
      /** As of a card row: `print-queue` … `ready`, `handed-over`, `returned`, `lost`, `damaged`. */
      state: z.string(),
      ownerName: z.string(),
      ...whereKept,
      /** When the card was given away; null while it was not. */
      handedOverAt: instant.nullable().optional(),
    }),
  ),
  /** Another e-Kitir took the place of this one: it opens nothing any more. */
  replaced: z.boolean().optional(),
  applicationStatus: z.string().nullable(),
  /** The application of the kitir, with or without a card; null when the centre keeps none. */
  application: z
    .looseObject({ status: z.string(), applicantName: z.string(), ...whereKept })
    .nullable()
    .optional(),
})

/** A computer goes to another office. Ordered at the Dinas; done by the device when its work here is finished. */
const moveOrder = z.looseObject({
  moveId: z.string(),
  to: z.string(),
  /** How the unit is addressed. */
  toName: z.string(),
  orderedAt: instant,
  orderedBy: z.string(),
})
/**
 * POST /v1/devices/{id}/move: the device has finished and goes. It takes a new generation with a key of its own in the new scope, as after a fork: both keys sign
 * `moveText`. Same request, same answer. 409 `unsent`: the centre has not everything that the device says it has; 409 `move-gone`: not ordered any more.
 */
export const moveRequest = z.looseObject({
  nonce: z.string(),
  moveId: z.string(),
  from: z.number().int().positive(),
  /** Last numbers of the generation `from`. */
  lastSeq: z.number().int().nonnegative(),
  lastAuditSeq: z.number().int().nonnegative(),
  signingKey: base64url,
  signature: base64url,
  newSignature: base64url,
})
export const moveAnswer = z.looseObject({
  device: deviceIdentity,
  overrideSecret: z.string(),
  serverTime: instant,
})
export const moveText = (asked: {
  readonly nonce: string
  readonly deviceId: string
  readonly moveId: string
  readonly from: number
  readonly lastSeq: number
  readonly lastAuditSeq: number
  readonly signingKey: string
}): string =>
  `loket-move:${asked.nonce}:${asked.deviceId}:${asked.moveId}:${asked.from}:${asked.lastSeq}:${asked.lastAuditSeq}:${asked.signingKey}`

/** POST /v1/devices/{id}/heartbeat */
export const heartbeatRequest = z.looseObject({
  appVersion: z.string(),
  unsent: z.number().int(),
  oldestUnsentAt: instant.nullable(),
  freeDiskBytes: z.number().nullable(),
  deviceTime: instant,
})
export const heartbeatAnswer = z.looseObject({
  serverTime: instant,
  revoked: z.boolean().optional(),
  policyVersion: z.number().int().optional(),
  standing: standing.optional(),
  /** The Dinas wants this device in another office; null: not, or not any more. */
  move: moveOrder.nullable().optional(),
})

/** GET /v1/region-pack: the whole region pack in force, see shared/domain/region/region-pack.ts. */
export const regionAnswer = z.looseObject({ region: z.looseObject({ id: z.string(), version: z.number() }) })

export type DeviceIdentity = z.output<typeof deviceIdentity>
export type CommandEnvelope = z.output<typeof commandEnvelope>
export type PushedCommand = z.output<typeof pushedCommand>
export type Verdict = z.output<typeof verdict>
export type Change = z.output<typeof change>
export type PageEnd = z.output<typeof pageEnd>
export type MoveOrder = z.output<typeof moveOrder>
export type Standing = z.output<typeof standing>
export type LookupAnswer = z.output<typeof lookupAnswer>

/**
 * Endpoints: POST /v1/devices/enrol · POST /v1/challenge · POST /v1/token · POST /v1/devices/{id}/recovery · POST /v1/devices/{id}/heartbeat ·
 * POST /v1/devices/{id}/generation · GET /v1/sync/history?generation=&after=&limit= ·
 * POST /v1/staff/sign-in · POST /v1/sync/push · POST /v1/sync/audit · GET /v1/sync/snapshot?scope=&after=&limit= · GET /v1/sync/changes?cursor=&limit= ·
 * GET /v1/sync/poke · PUT|GET|HEAD /v1/blobs/{sha256} (PUT with header content-range for resuming; HEAD answers x-loket-received) · GET /v1/lookup?code= · GET /v1/region-pack · GET /docs, /docs/json
 * Questions and answers may bear a digest, by which damage on the way is noticed (digest.ts).
 * POST /v1/admin/enrolment-codes {scope, deviceCode} -> {code} with header authorization: Bearer $LOKET_ADMIN_TOKEN (only when that is set).
 */
export const endpoints = {
  enrol: '/v1/devices/enrol',
  challenge: '/v1/challenge',
  token: '/v1/token',
  push: '/v1/sync/push',
  audit: '/v1/sync/audit',
  snapshot: '/v1/sync/snapshot',
  changes: '/v1/sync/changes',
  poke: '/v1/sync/poke',
  history: '/v1/sync/history',
  regionPack: '/v1/region-pack',
  lookup: '/v1/lookup',
  staffSignIn: '/v1/staff/sign-in',
  staffPassword: '/v1/staff/password',
  secondFactor: '/v1/staff/second-factor',
  confirmFactor: '/v1/staff/second-factor/confirm',
} as const
