import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { endpoints, enrolAnswer } from '#shared/contract/sync/protocol.ts'
import {
  codeNameText,
  type EnrolmentSlip,
  enrolledText,
  enrolText,
  isSafeAddress,
  plainCode,
} from '#shared/domain/enrolment/enrolment-slip.ts'
import type { SyncConfig } from '../wiring.ts'
import { proxyFromPac } from './centre-agent.ts'
import { readJson } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { type DeviceKeys, type DeviceRecord, isEnrolled, readDevice, saveDevice } from './device-record.ts'
import { sha256 } from './envelope.ts'
import { openExchange, usualDeadlines } from './exchange.ts'
import { postJson } from './post-json.ts'
import { makeKeyPair, makeLanKeyPair } from './raw-keys.ts'
import { regionPackFrom } from './region-pack.ts'
import { remember } from './sync-state.ts'

type Answer = z.output<typeof enrolAnswer>
/** A typed one may not say the centre's key. */
type Slip = Omit<EnrolmentSlip, 'centreKey'> & { readonly centreKey: string | null }

/**
 * Makes this computer a device of a unit with a one-time code. The keys are made here and kept before the centre is asked, so that a
 * lost answer can be asked for again with the same keys. Throws CentreTrouble (enrol-code-invalid, address-not-safe, centre-not-proven
 * among others).
 */
export async function enrolDevice(config: SyncConfig, slip: Slip, signal: AbortSignal): Promise<void> {
  const { serverUrl, authority } = slip
  if (!isSafeAddress(serverUrl)) throw new CentreTrouble('address-not-safe', 'refused')
  const before = await readDevice(config.store.read)
  if (isEnrolled(before)) throw new CentreTrouble('enrol-code-invalid', 'refused', { problem: 'already-enrolled' })
  const record = before ? { ...before, serverUrl } : newRecord(serverUrl)
  await config.store.inTransaction(async (trx) => {
    await saveDevice(trx, record)
    await remember(trx, 'authority', authority)
  })
  const answer = await askToEnrol(config, record, slip, signal)
  requireProof(record, answer, slip)
  await keepEnrolment(config, record, answer)
}

const newRecord = (serverUrl: string): DeviceRecord => ({
  identity: null,
  serverUrl,
  policyVersion: 0,
  keys: { signing: makeKeyPair('ed25519'), sealing: makeKeyPair('x25519'), lan: makeLanKeyPair() } satisfies DeviceKeys,
  centreSealingKey: null,
  centreSigningKey: null,
  keyKeptAt: null,
})

const publicKeysOf = ({ signing, sealing, lan }: DeviceKeys) => ({
  signingKey: signing.publicKey.toString('base64url'),
  sealingKey: sealing.publicKey.toString('base64url'),
  lanKey: lan.publicKey.toString('base64url'),
})

const hashOf = (code: string) => sha256(Buffer.from(plainCode(code)))
const proofOf = (code: string, text: string) => createHmac('sha256', hashOf(code)).update(text).digest('base64url')

/** The code stays here: its name and a proof over the keys of this device go. */
async function askToEnrol(
  config: SyncConfig,
  { serverUrl, keys }: DeviceRecord,
  { code, authority }: Slip,
  signal: AbortSignal,
) {
  const proxy = proxyFromPac(await config.shell.resolveProxy(serverUrl))
  const open = config.openExchange ?? openExchange
  const exchange = open({ serverUrl, proxy, authority, deadlines: usualDeadlines, signal })
  const publicKeys = publicKeysOf(keys)
  const named = {
    codeName: sha256(Buffer.from(codeNameText(hashOf(code)))),
    codeProof: proofOf(code, enrolText(publicKeys)),
  }
  try {
    const body = { ...named, ...publicKeys, appVersion: config.appVersion }
    return await exchange(postJson(endpoints.enrol, body), readJson(enrolAnswer))
  } finally {
    exchange.close()
  }
}

/** Only who knows the code, too, is the centre that it was made at; and its key is the one on the slip, where that says it. */
function requireProof({ keys }: DeviceRecord, answer: Answer, { code, centreKey }: Slip): void {
  const { deviceId, homeScope } = answer.device
  const said = { deviceId, homeScope, signingKey: publicKeysOf(keys).signingKey, centre: answer.centre }
  const proven = answer.codeProof === proofOf(code, enrolledText(said))
  if (!proven || (centreKey !== null && centreKey !== answer.centre.signingKey))
    throw new CentreTrouble('centre-not-proven', 'refused')
}

async function keepEnrolment(config: SyncConfig, record: DeviceRecord, answer: Answer): Promise<void> {
  const region = regionPackFrom(answer.region) ?? config.seedRegion
  const secret = answer.overrideSecret
  const enrolled: DeviceRecord = {
    ...record,
    identity: answer.device,
    policyVersion: region.version,
    centreSealingKey: answer.centre.sealingKey,
    centreSigningKey: answer.centre.signingKey,
  }
  await config.inOneWrite(async (tx) => {
    await tx.settings.saveRegion(region)
    if (typeof secret === 'string') await tx.settings.saveOverrideSecret(secret)
  })
  // Last, and what counts: a device without an identity is asked to enrol again.
  await config.store.inTransaction((trx) => saveDevice(trx, enrolled))
}
