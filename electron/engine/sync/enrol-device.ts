import type { z } from 'zod'
import { endpoints, enrolAnswer } from '#shared/contract/sync/protocol.ts'
import type { SyncConfig } from '../wiring.ts'
import { proxyFromPac } from './centre-agent.ts'
import { readJson } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { type DeviceKeys, type DeviceRecord, isEnrolled, readDevice, saveDevice } from './device-record.ts'
import { openExchange, usualDeadlines } from './exchange.ts'
import { postJson } from './post-json.ts'
import { makeKeyPair, makeLanKeyPair } from './raw-keys.ts'
import { regionPackFrom } from './region-pack.ts'

/**
 * Makes this computer a device of a unit with a one-time code. The keys are made here and kept before the centre is asked, so that a
 * lost answer can be asked for again with the same keys. Throws CentreTrouble (enrol-code-invalid among others).
 */
export async function enrolDevice(
  config: SyncConfig,
  code: string,
  serverUrl: string,
  signal: AbortSignal,
): Promise<void> {
  const before = await readDevice(config.store.read)
  if (isEnrolled(before)) throw new CentreTrouble('enrol-code-invalid', 'refused', { problem: 'already-enrolled' })
  const record = before ? { ...before, serverUrl } : newRecord(serverUrl)
  await config.store.inTransaction((trx) => saveDevice(trx, record))
  const answer = await askToEnrol(config, record, code, signal)
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

async function askToEnrol(config: SyncConfig, { serverUrl, keys }: DeviceRecord, code: string, signal: AbortSignal) {
  const proxy = proxyFromPac(await config.shell.resolveProxy(serverUrl))
  const exchange = (config.openExchange ?? openExchange)({ serverUrl, proxy, deadlines: usualDeadlines, signal })
  const publicKeys = {
    signingKey: keys.signing.publicKey.toString('base64url'),
    sealingKey: keys.sealing.publicKey.toString('base64url'),
    lanKey: keys.lan.publicKey.toString('base64url'),
  }
  try {
    const body = { code, ...publicKeys, appVersion: config.appVersion }
    return await exchange(postJson(endpoints.enrol, body), readJson(enrolAnswer))
  } finally {
    exchange.close()
  }
}

async function keepEnrolment(
  config: SyncConfig,
  record: DeviceRecord,
  answer: z.output<typeof enrolAnswer>,
): Promise<void> {
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
