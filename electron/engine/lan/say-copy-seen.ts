import { raiseException } from '../sync/exceptions.ts'
import type { LanWorld } from './lan-world.ts'

/** Another computer of the office holds this device's key: asks for a person, once a day. Which of the two is the copy, neither can know. */
export async function sayCopySeen({ write, clock, announce, log }: LanWorld, from: string): Promise<void> {
  const address = from.replace(/^::ffff:/, '')
  const now = clock.now()
  try {
    await write((trx) =>
      raiseException(trx, {
        id: `copy-seen/${now.slice(0, 10)}`,
        kind: 'attention',
        code: 'copy-seen',
        seq: null,
        card_id: null,
        handover_id: null,
        raised_at: now,
        details: { address },
      }),
    )
    announce('queue', 'status')
  } catch (cause) {
    log.error('lan-copy-seen', cause)
  }
}
