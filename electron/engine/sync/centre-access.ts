import type { DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { SyncConfig } from '../wiring.ts'
import { proxyFromPac } from './centre-agent.ts'
import { type CentreClient, centreClient } from './centre-client.ts'
import type { EnrolledDevice } from './device-record.ts'
import { deviceToken } from './device-token.ts'
import { openExchange, usualDeadlines } from './exchange.ts'
import { privateKeyOf } from './raw-keys.ts'
import { clockOffset } from './server-time.ts'
import { recall, remember } from './sync-state.ts'

export interface CentreAccess {
  readonly client: CentreClient
}

/** Smaller differences of the measured clock are not written down again. */
const offsetGrainMs = 500

/** A client that speaks as this device, through the proxy that the operating system names for the centre. */
export async function openAccess(
  config: SyncConfig,
  device: EnrolledDevice,
  signal: AbortSignal,
): Promise<CentreAccess> {
  const { shell, clock } = config
  const proxy = proxyFromPac(await shell.resolveProxy(device.serverUrl))
  const exchange = openExchange({ serverUrl: device.serverUrl, proxy, deadlines: usualDeadlines, signal })
  const credentials = {
    deviceId: device.identity.deviceId,
    signingKey: privateKeyOf('ed25519', device.keys.signing.privateKey),
  }
  const token = deviceToken(
    exchange,
    credentials,
    () => clock.elapsedMs(),
    (identity) => keepIdentity(config, identity),
  )
  const measure = (sentAt: Instant, serverTime: Instant) =>
    keepOffset(config, clockOffset(sentAt, serverTime, clock.now()))
  return { client: centreClient(exchange, token, { now: () => clock.now(), measure }) }
}

/** The centre may have granted another scope or a new generation. */
async function keepIdentity({ store, announce }: SyncConfig, identity: DeviceIdentity): Promise<void> {
  const text = JSON.stringify(identity)
  const row = await store.read.selectFrom('device').select('identity').executeTakeFirst()
  if (row?.identity === text) return
  await store.inTransaction(async (trx) => {
    await trx.updateTable('device').set({ identity: text }).execute()
  })
  announce('status')
}

async function keepOffset({ store, announce }: SyncConfig, offsetMs: number | null): Promise<void> {
  if (offsetMs === null) return
  const before = await recall(store.read, 'clock-offset-ms')
  if (before !== null && Math.abs(before - offsetMs) < offsetGrainMs) return
  await store.inTransaction((trx) => remember(trx, 'clock-offset-ms', offsetMs))
  announce('status')
}
