import type { Fault } from '#shared/contract/errors.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, WriteSet } from '../stores.ts'

export interface DoneHere {
  readonly by: DoneBy
  readonly device: Device
  readonly offline: boolean
}

/** Who does it where, now. Fault: not-enrolled. */
export async function doneHere(
  deps: Deps,
  tx: Pick<WriteSet, 'device'>,
  { staff }: Who,
): Promise<Result<DoneHere, Fault>> {
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const by = {
    ...{ at: deps.clock.now(), staffId: staff.id, staffName: staff.name, staffCode: staff.code },
    deviceCode: device.deviceCode,
  }
  return ok({ by, device, offline: !deps.sync.online() })
}
