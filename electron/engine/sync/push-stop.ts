import type { WriteDb } from '../database/handles.ts'
import { raiseException } from './exceptions.ts'
import type { Link } from './link.ts'
import { markNumbers } from './number-mark.ts'
import { recall, remember } from './sync-state.ts'

/**
 * The centre takes no commands of this device: `copied` = another computer has gone on under this identity; `quarantined` = a hash or signature did not hold. Said once
 * to a person; every command stays queued, and each round tries again.
 */
export async function stopPush(link: Pick<Link, 'config' | 'device'>, reason: 'copied' | 'quarantined'): Promise<void> {
  const { store, clock, log, announce } = link.config
  const { deviceId, generation } = link.device.identity
  await store.inTransaction(async (trx) => {
    if ((await recall(trx, 'push-stopped')) === reason) return
    await remember(trx, 'push-stopped', reason)
    if (reason === 'copied') await markNumbers(trx)
    await raiseException(trx, {
      id: `${reason}/${deviceId}/${generation}`.slice(0, 64),
      kind: 'attention',
      code: reason,
      seq: null,
      card_id: null,
      handover_id: null,
      raised_at: clock.now(),
    })
  })
  log.info('push-stopped', { reason })
  announce('queue', 'status')
}

export async function clearPushStop(trx: WriteDb): Promise<void> {
  if (((await recall(trx, 'push-stopped')) ?? 'none') !== 'none') await remember(trx, 'push-stopped', 'none')
}
