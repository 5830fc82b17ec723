import { CentreTrouble } from './centre-trouble.ts'
import { sendCarried } from './courier/send-carried.ts'
import { fetchHistory } from './fetch-history.ts'
import type { Link } from './link.ts'
import { sendHistory, withIdentity } from './own-history.ts'
import { pullChanges } from './pull.ts'
import { sealToCentre } from './seal-to-centre.ts'
import { uploadBlobs } from './upload-blobs.ts'

export interface RoundCount {
  readonly sent: number
  readonly received: number
}

/**
 * One exchange with the centre, in the order that serves the counter: commands, audit, small blobs, rows, large blobs, what is carried for others. Each step keeps
 * what it reached, so a cut anywhere costs only what was under way. A step that the centre itself refuses or fails at does not keep the
 * others from happening (the desk still hears of its neighbours); it is thrown at the end. Throws CentreTrouble or what the database throws.
 */
export async function syncRound(first: Link): Promise<RoundCount> {
  const { attempt, throwFirst } = attempts()
  let link = await withIdentity(first)
  let sent = 0
  await attempt(async () => {
    const done = await sendHistory(link)
    link = done.link
    sent = done.sent
  })
  await attempt(() => fetchHistory(link))
  await attempt(() => uploadBlobs(link, 'small'))
  const received = await pullChanges(link)
  await attempt(() => uploadBlobs(link, 'large'))
  await attempt(() => keepDatabaseKey(link))
  await attempt(() => sendCarried(link))
  throwFirst()
  return { sent, received }
}

function attempts() {
  const troubles: CentreTrouble[] = []
  return {
    async attempt<T>(step: () => Promise<T>): Promise<T | null> {
      try {
        return await step()
      } catch (cause) {
        if (!(cause instanceof CentreTrouble) || cause.code !== 'centre-error') throw cause
        troubles.push(cause)
        return null
      }
    },
    throwFirst() {
      if (troubles[0]) throw troubles[0]
    },
  }
}

/** Once: the database key, sealed so that only the centre can open it. */
async function keepDatabaseKey({ config, client, device }: Link): Promise<void> {
  const { store, clock } = config
  const row = await store.read.selectFrom('device').select(['key_kept_at', 'centre_sealing_key']).executeTakeFirst()
  if (!row?.centre_sealing_key || row.key_kept_at !== null) return
  const sealed = await sealToCentre(config.databaseKey, Buffer.from(row.centre_sealing_key, 'base64url'))
  await client.keepKey(device.identity.deviceId, sealed.toString('base64url'))
  await store.inTransaction(async (trx) => {
    await trx.updateTable('device').set({ key_kept_at: clock.now() }).execute()
  })
}
