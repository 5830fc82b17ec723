import type { z } from 'zod'
import type { DeviceAct, deviceActAnswer, deviceActRequest } from '#shared/contract/sync/device-acts.ts'
import type { Device } from '../auth/device.ts'
import { makeEnrolmentCode } from '../auth/enrolment.ts'
import { countUse } from '../auth/rate-limit.ts'
import { signIn } from '../auth/staff-sign-in.ts'
import { type Centre, instantOf } from '../centre.ts'
import { unitNames } from '../city/stored-rows.ts'
import { Problem } from '../problem.ts'
import { StaffTerms } from '../sync/permitted.ts'
import { isDinas } from '../sync/reach.ts'
import { readRow } from '../sync/read-row.ts'
import { cancelMove, orderMove } from './move-device.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'
import { cancelCode } from './open-codes.ts'
import { readmitDevice } from './readmit-device.ts'
import { releaseWork } from './release-work.ts'
import { revokeDevice } from './revoke-device.ts'

type Told = Pick<z.output<typeof deviceActAnswer>, 'code' | 'released'>

const perDevice = { times: 30, perSeconds: 60 }
const nothing: Told = { code: null, released: null }

/**
 * Does something with a device for a supervisor or administrator at a device of the Dinas, whose password is checked here and now. Throws 403 `not-permitted` |
 * `wrong-password` | `staff-inactive`, 404, 409 `device-act-impossible`, 429.
 */
export async function actOnDevice(
  centre: Centre,
  device: Device,
  { username, password, act }: z.output<typeof deviceActRequest>,
): Promise<z.output<typeof deviceActAnswer>> {
  await countUse(centre, `device-act:${device.deviceId}`, perDevice)
  const by = await doerAt(centre, device, username, password)
  if ('deviceId' in act && act.deviceId === device.deviceId) throw new Problem(409, 'device-act-impossible')
  return { at: instantOf(centre.now()), ...(await done(centre, act, by)) }
}

async function doerAt(centre: Centre, device: Device, username: string, password: string): Promise<Doer> {
  if (!(await isDinas(centre.db, device))) throw new Problem(403, 'not-permitted')
  const { staffId, must } = await signIn(centre, device, { username, password, again: true })
  const terms = new StaffTerms(centre.db, device)
  if (must !== null || !(await terms.allowed(staffId, ['supervisor', 'admin'], instantOf(centre.now()))))
    throw new Problem(403, 'not-permitted')
  const person = await readRow(centre.db, 'staff', staffId)
  return { staffId, name: person?.name ?? staffId, byDevice: device.deviceId }
}

async function done(centre: Centre, act: DeviceAct, by: Doer): Promise<Told> {
  switch (act.kind) {
    case 'make-code':
      return { ...nothing, code: await codeMade(centre, act, by) }
    case 'cancel-code':
      await cancelCode(centre, act.codeId, by)
      return nothing
    case 'revoke':
      await revokeDevice(centre, act.deviceId, by, act)
      return nothing
    case 'readmit':
      await readmitDevice(centre, act.deviceId, by)
      return nothing
    case 'order-move':
      await orderMove(centre, act.deviceId, act.to, by)
      return nothing
    case 'cancel-move':
      await cancelMove(centre, act.deviceId, by)
      return nothing
    case 'release':
      return { ...nothing, released: { ...(await releaseWork(centre, act.deviceId, by)) } }
  }
}

async function codeMade(
  centre: Centre,
  act: Extract<DeviceAct, { kind: 'make-code' }>,
  by: Doer,
): Promise<Told['code']> {
  const { scope, days } = act
  const made = await makeEnrolmentCode(centre, scope, null, { days, by: by.name })
  const about = { codeId: made.codeId, expiresAt: made.expiresAt }
  await noteDeviceAct(centre.db, by, instantOf(centre.now()), { kind: 'make-code', scope, about })
  const nameOf = await unitNames(centre.db, [scope])
  return { ...made, unitName: nameOf(scope), centreKey: centre.keys.signingKey, authority: centre.authority }
}
