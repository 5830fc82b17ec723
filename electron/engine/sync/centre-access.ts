import type { DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { SyncConfig } from '../wiring.ts'
import { proxyFromPac } from './centre-agent.ts'
import { type CentreClient, centreClient } from './centre-client.ts'
import { type CentreNews, centreNews } from './centre-news.ts'
import { type EnrolledDevice, identityFrom, isEnrolled, readDevice } from './device-record.ts'
import { type Credentials, deviceToken } from './device-token.ts'
import { openExchange, usualDeadlines } from './exchange.ts'
import type { LineMeter } from './line-meter.ts'
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
  meter: LineMeter,
): Promise<CentreAccess> {
  const { shell, clock } = config
  const proxy = proxyFromPac(await shell.resolveProxy(device.serverUrl))
  const authority = await recall(config.store.read, 'authority')
  const exchange = (config.openExchange ?? openExchange)({
    serverUrl: device.serverUrl,
    proxy,
    authority,
    deadlines: usualDeadlines,
    signal,
    meter,
  })
  const news = centreNews(config.store.read)
  const token = deviceToken(
    exchange,
    () => credentialsOf(config, news),
    () => clock.elapsedMs(),
  )
  const measure = (sentAt: Instant, serverTime: Instant) =>
    keepOffset(config, clockOffset(sentAt, serverTime, clock.now()))
  return { client: centreClient(exchange, token, { now: () => clock.now(), measure }, news) }
}

/** Read each time: a new generation brings a new key. */
async function credentialsOf(config: SyncConfig, news: CentreNews): Promise<Credentials> {
  const device = await readDevice(config.store.read)
  if (!isEnrolled(device)) throw new Error('a device that is not enrolled has no credentials')
  const tell = await news.asking()
  return {
    deviceId: device.identity.deviceId,
    signingKey: privateKeyOf('ed25519', device.keys.signing.privateKey),
    onAnswer: async (answer) => {
      await keepIdentity(config, answer.device)
      tell(answer.standing)
    },
  }
}

/** The centre may have granted another scope. The generation stays as it is here: it changes together with the key and the outbox (next-generation.ts). */
async function keepIdentity({ store, announce }: SyncConfig, told: DeviceIdentity): Promise<void> {
  const changed = await store.inTransaction(async (trx) => {
    const row = await trx.selectFrom('device').select('identity').executeTakeFirst()
    const before = row?.identity ?? null
    const generation = before === null ? told.generation : identityFrom(before).generation
    const text = JSON.stringify({ ...told, generation })
    if (before === text) return false
    await trx.updateTable('device').set({ identity: text }).execute()
    return true
  })
  if (changed) announce('status')
}

async function keepOffset({ store, announce }: SyncConfig, offsetMs: number | null): Promise<void> {
  if (offsetMs === null) return
  const before = await recall(store.read, 'clock-offset-ms')
  if (before !== null && Math.abs(before - offsetMs) < offsetGrainMs) return
  await store.inTransaction((trx) => remember(trx, 'clock-offset-ms', offsetMs))
  announce('status')
}
