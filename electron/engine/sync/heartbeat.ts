import type { Link } from './link.ts'
import { countUnsent } from './unsent.ts'

/** Tells the centre how this device fares; true when the centre says that the device is revoked. */
export async function sendHeartbeat({ config, client, device }: Link): Promise<boolean> {
  const unsent = await countUnsent(config.store.read)
  const answer = await client.heartbeat(device.identity.deviceId, {
    appVersion: config.appVersion,
    unsent: unsent.count,
    oldestUnsentAt: unsent.oldestAt,
    freeDiskBytes: await config.freeDisk(),
    deviceTime: config.clock.now(),
  })
  return answer.revoked === true
}
