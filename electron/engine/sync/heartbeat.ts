import type { Link } from './link.ts'
import { keepMoveOrder } from './move-order.ts'
import { takeNewerRegion } from './newer-region.ts'
import { countUnsent } from './unsent.ts'

/** Tells the centre how this device fares, and hears of newer rules and of a move to another office. */
export async function sendHeartbeat(link: Link): Promise<void> {
  const { config, client, device } = link
  const unsent = await countUnsent(config.store.read)
  const answer = await client.heartbeat(device.identity.deviceId, {
    appVersion: config.appVersion,
    unsent: unsent.count,
    oldestUnsentAt: unsent.oldestAt,
    freeDiskBytes: await config.freeDisk(),
    deviceTime: config.clock.now(),
  })
  await keepMoveOrder(link, answer.move ?? null)
  await takeNewerRegion(link, answer.policyVersion)
}
