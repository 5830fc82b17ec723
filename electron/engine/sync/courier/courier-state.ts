import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { SyncConfig } from '../../wiring.ts'
import { isEnrolled, readDevice } from '../device-record.ts'
import { recall } from '../sync-state.ts'
import { type CarriedFile, carriedFiles } from './carried-store.ts'
import { waitingQueue } from './queue-content.ts'

type State = OutputOf<'courier.state'>
export type Running = NonNullable<State['running']>

const nothing: State['queue'] = { commands: 0, oldestAt: null, auditEntries: 0, blobs: 0, bytes: 0 }

/** What the screen shows of it. */
export async function courierState({ store }: SyncConfig, running: Running | null): Promise<State> {
  const device = await readDevice(store.read)
  const enrolled = isEnrolled(device) ? device : null
  const queue = enrolled && (await waitingQueue(store.read))
  const carried = await carriedFiles(store.read)
  return {
    possible: enrolled?.centreSealingKey != null,
    queue: queue
      ? {
          commands: queue.commands.count,
          oldestAt: queue.commands.oldestAt,
          auditEntries: queue.audit.count,
          blobs: queue.blobs.length,
          bytes: queue.bytes,
        }
      : nothing,
    savedAt: (await recall(store.read, 'queue-saved'))?.at ?? null,
    running,
    // An answer that is being taken in is not one that was cut off.
    carried: carried.filter(({ kind }) => running === null || kind === 'queue').map(shown),
  }
}

const shown = ({ id, kind, header, size, state, code, sent }: CarriedFile): State['carried'][number] => ({
  ...{ id, kind, deviceName: header.deviceName, madeAt: header.madeAt, size, code, sent },
  // Opened at the centre, the answer on its way: for a person it still waits for the connection.
  state: state === 'opened' || state === 'coming' ? 'waiting' : state,
})
