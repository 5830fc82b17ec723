import type { Log } from '../usecases/ports.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { Link } from './link.ts'
import { regionPackFrom } from './region-pack.ts'

/**
 * Takes the city's pack from the centre where that has a newer one: rules, opening hours and promise change without a new program. One that this
 * program cannot read is left, and ours stays in force.
 */
export async function takeNewerRegion({ config, client, device }: Link, offered: number | undefined): Promise<void> {
  if (offered === undefined || offered <= device.policyVersion) return
  const answer = await client.regionPack().catch((cause: unknown) => later(config.log, cause))
  if (!answer) return
  const { region } = answer
  const pack = regionPackFrom(region)
  if (!pack) return config.log.error('region-pack-unreadable', new Error(`version ${region.version}`))
  if (pack.version <= device.policyVersion) return
  await config.inOneWrite((tx) => tx.settings.saveRegion(pack))
  // Last: a cut before this has the pack taken again.
  await config.store.inTransaction((trx) => trx.updateTable('device').set({ policy_version: pack.version }).execute())
  config.announce('settings', 'status', 'cards', 'queue', 'staff')
}

/** It is asked for again with the next sign of life: everything else of the round has gone well. */
function later(log: Log, cause: unknown): null {
  if (!(cause instanceof CentreTrouble)) throw cause
  log.error('region-pack-not-had', cause)
  return null
}
