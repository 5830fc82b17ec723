import type { LanSettings } from '#shared/contract/engine/device.ts'
import { settingReadsIn } from '../database/repositories/settings-store.ts'
import { isEnrolled, readDevice } from '../sync/device-record.ts'
import type { Neighbours, NeighboursStatus } from '../usecases/ports.ts'
import type { CreateLan } from '../wiring.ts'
import { LanPresence } from './lan-presence.ts'
import { type LanWorld, lanWorld } from './lan-world.ts'
import { anyKept, dropConfirmed, lastSeen } from './neighbour-acts.ts'
import { readRoster } from './roster.ts'

/** Settings that changed, a device that was enrolled or revoked, a port that is free again: noticed after so long at the latest. */
const lookEveryMs = 5_000

/** Builds the device's part in the local network; nothing runs before `start()`, and nothing listens before it is enrolled and switched on. */
export const createLan: CreateLan = ({ seedRegion, ...config }) => {
  const world = lanWorld(config)
  const switched = lanSwitch(world, async () => (await settingReadsIn(world.store.read, seedRegion).settings()).lan)
  let timer: NodeJS.Timeout | null = null
  const look = () => switched.look().catch((cause: unknown) => world.log.error('lan', cause))
  return {
    start() {
      timer ??= setInterval(() => void look(), lookEveryMs)
      timer.unref()
      void look()
    },
    async stop() {
      if (timer) clearInterval(timer)
      await switched.end()
    },
    look,
    networkChanged: () => switched.presence()?.dialAgain(),
    tell: () => void switched.presence()?.desk.tell(),
    claim: async (cardIds, ms) => {
      const held = (await switched.presence()?.desk.claim(cardIds, ms)) ?? []
      const others = held.length === 0 ? [] : ((await readRoster(world.store.read, world.clock.now()))?.others ?? [])
      return held.map(({ cardId, deviceId, leftMs }) => ({
        cardId,
        deviceCode: others.find((one) => one.deviceId === deviceId)?.deviceCode ?? '',
        leftSeconds: Math.ceil(leftMs / 1000),
      }))
    },
    release: (cardIds) => switched.presence()?.desk.release(cardIds),
    status: () => statusOf(world, switched.presence(), switched.isOn()),
  } satisfies Neighbours
}

/** Opens and closes the presence as settings and enrolment say; one look at a time. */
function lanSwitch(world: LanWorld, settingsNow: () => Promise<LanSettings>) {
  let presence: LanPresence | null = null
  let made = ''
  let on = false
  let ended = false
  let looking: Promise<void> = Promise.resolve()
  const close = async () => {
    const closing = presence
    presence = null
    made = ''
    await closing?.close()
  }
  const follow = async () => {
    if (ended) return
    const settings = await settingsNow()
    const device = await readDevice(world.store.read)
    on = settings.on
    const wanted = isEnrolled(device) && settings.on ? `${device.identity.deviceId} ${JSON.stringify(settings)}` : ''
    const before = `${made} ${presence?.trouble}`
    if (wanted !== made) {
      await close()
      if (wanted && isEnrolled(device)) {
        const own = { deviceId: device.identity.deviceId, keys: device.keys.lan }
        presence = await LanPresence.open(world, settings, own)
        made = wanted
      }
    }
    await presence?.openDoor()
    if (before !== `${made} ${presence?.trouble}`) world.announce('status')
    await keepHouse(world, presence)
  }
  return {
    presence: () => presence,
    isOn: () => on,
    look: () => {
      looking = looking.then(follow, follow)
      return looking
    },
    async end() {
      ended = true
      await looking.catch(() => undefined)
      await close()
    },
  }
}

async function keepHouse(world: LanWorld, presence: LanPresence | null): Promise<void> {
  const roster = await readRoster(world.store.read, world.clock.now())
  if (roster) await presence?.desk.checkRoster(roster)
  if (await anyKept(world.store.read)) await world.write(dropConfirmed)
}

async function statusOf(world: LanWorld, presence: LanPresence | null, on: boolean): Promise<NeighboursStatus> {
  const roster = await readRoster(world.store.read, world.clock.now())
  const others = new Map((roster?.others ?? []).map(({ deviceId, deviceCode }) => [deviceId, deviceCode]))
  const seen = await lastSeen(world.store.read)
  const connected = presence?.desk.connected() ?? new Set()
  return {
    on,
    trouble: presence?.trouble ?? null,
    desks: [...others].map(([deviceId, deviceCode]) => ({
      deviceCode,
      connected: connected.has(deviceId),
      seenAt: seen.get(deviceId) ?? null,
    })),
  }
}
