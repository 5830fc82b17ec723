import { createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { enrolRequest } from '#shared/contract/sync/protocol.ts'
import { codeNameText, enrolledText, enrolText, plainCode } from '#shared/domain/enrolment/enrolment-slip.ts'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { invalid, Problem } from '../problem.ts'
import { type Device, deviceFrom, identityOf } from './device.ts'
import { writeDeviceKey } from './device-keys.ts'
import { ed25519Key, sha256Hex } from './raw-keys.ts'
import { placeOfOverride } from './wrap-secrets.ts'

/** Without letters that are mistaken for others when read out. */
const codeLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const longestDays = 7

const hashOfCode = (code: string) => sha256Hex(plainCode(code))

export interface NewCode {
  readonly codeId: string
  readonly code: string
  readonly expiresAt: string
}

/** A one-time code for one device of a scope, and what it is called. Throws 404 when the scope is not known, 409 when the device code is taken. */
export async function makeEnrolmentCode(
  centre: Centre,
  scope: string,
  deviceCode: string | null,
  more: { readonly days?: number; readonly by?: string } = {},
): Promise<NewCode> {
  const known = await centre.db.selectFrom('scopes').select('scope').where('scope', '=', scope).executeTakeFirst()
  if (!known) throw new Problem(404, 'not-found', { message: 'scope unknown' })
  if (deviceCode !== null && (await codesTaken(centre.db, scope)).has(deviceCode)) throw deviceCodeTaken()
  const letters = Array.from({ length: 12 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
  const code = letters.replace(/(.{4})(?=.)/g, '$1-')
  const made = { codeId: randomUUID(), code, expiresAt: laterBy(centre.now(), (more.days ?? longestDays) * 86_400) }
  const code_hash = hashOfCode(code)
  await centre.db
    .insertInto('enrolment_codes')
    .values({
      ...{ code_hash, code_name: sha256Hex(codeNameText(code_hash)), code_id: made.codeId, scope },
      ...{ device_code: deviceCode, expires_at: made.expiresAt, used_at: null, used_by: null },
      ...{ made_at: instantOf(centre.now()), made_by: more.by ?? null },
    })
    .execute()
  return made
}

/**
 * Enrols a device. The same code with the same key again answers the same device: the first answer may have been lost on the way.
 * Throws 403 `enrol-code-invalid` for a code that is unknown, used by another or too old.
 */
export async function enrol(centre: Centre, asked: z.output<typeof enrolRequest>) {
  if (!ed25519Key(asked.signingKey)) throw invalid('signingKey')
  const at = instantOf(centre.now())
  return centre.db.transaction().execute(async (trx) => {
    const code = await codeMeant(trx, asked)
    if (!code || code.expires_at < at || code.cancelled_at !== null) throw codeInvalid()
    const scope = await trx
      .selectFrom('scopes')
      .selectAll()
      .where('scope', '=', code.scope)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const device =
      code.used_by === null
        ? await addDevice(trx, centre, code.scope, code.device_code, asked)
        : await deviceAgain(trx, code.used_by, asked.signingKey)
    await trx
      .updateTable('enrolment_codes')
      .set({ used_at: at, used_by: device.deviceId })
      .where('code_hash', '=', code.code_hash)
      .execute()
    const said = { ...identityOf(device), signingKey: device.signingKey, centre: centre.keys }
    return {
      device,
      overrideSecret: centre.vault.open(placeOfOverride(scope.scope), scope.override_secret),
      codeProof: asked.codeName === undefined ? undefined : proofOf(code.code_hash, enrolledText(said)),
    }
  })
}

/** The code that is told by itself, or by its name with a proof; null where the proof does not hold. */
async function codeMeant(trx: Db, asked: z.output<typeof enrolRequest>) {
  const codes = trx.selectFrom('enrolment_codes').selectAll().forUpdate()
  if (asked.code !== undefined) return codes.where('code_hash', '=', hashOfCode(asked.code)).executeTakeFirst()
  if (asked.codeName === undefined || asked.codeProof === undefined) throw invalid('code')
  const code = await codes.where('code_name', '=', asked.codeName).executeTakeFirst()
  return code && sameProof(proofOf(code.code_hash, enrolText(asked)), asked.codeProof) ? code : null
}

const proofOf = (codeHash: string, text: string): string =>
  createHmac('sha256', codeHash).update(text).digest('base64url')

const sameProof = (own: string, told: string): boolean =>
  own.length === told.length && timingSafeEqual(Buffer.from(own), Buffer.from(told))

async function deviceAgain(trx: Db, deviceId: string, signingKey: string): Promise<Device> {
  const row = await trx.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirstOrThrow()
  if (row.signing_key !== signingKey) throw codeInvalid()
  return deviceFrom(row)
}

async function addDevice(
  trx: Db,
  centre: Centre,
  scope: string,
  wantedCode: string | null,
  asked: z.output<typeof enrolRequest>,
): Promise<Device> {
  const taken = await codesTaken(trx, scope)
  if (wantedCode !== null && taken.has(wantedCode)) throw deviceCodeTaken()
  const device_code = wantedCode ?? firstFree(taken)
  const row = await trx
    .insertInto('devices')
    .values({
      device_id: randomBytes(12).toString('base64url'),
      home_scope: scope,
      device_code,
      device_name: `${centre.areas.shortOf(scope) ?? scope}-${device_code}`,
      scopes: scope,
      generation: 1,
      state: 'active',
      signing_key: asked.signingKey,
      sealing_key: asked.sealingKey,
      lan_key: asked.lanKey,
      app_version: asked.appVersion,
      enrolled_at: instantOf(centre.now()),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeDeviceKey(trx, row, null, row.enrolled_at)
  return deviceFrom(row)
}

export async function codesTaken(db: Db, scope: string): Promise<ReadonlySet<string>> {
  const here = await db.selectFrom('devices').select('device_code').where('home_scope', '=', scope).execute()
  // Receipts bear the code: what another device had here before it moved away is given to nobody again.
  const left = await db.selectFrom('device_moves').select('from_code').where('from_scope', '=', scope).execute()
  return new Set([...here.map((row) => row.device_code), ...left.map((row) => row.from_code)])
}

export function firstFree(taken: ReadonlySet<string>): string {
  for (let number = 1; number <= 99; number++) {
    const code = String(number).padStart(2, '0')
    if (!taken.has(code)) return code
  }
  throw new Problem(409, 'device-codes-used-up')
}

const codeInvalid = () => new Problem(403, 'enrol-code-invalid')
const deviceCodeTaken = () => new Problem(409, 'device-code-taken')
