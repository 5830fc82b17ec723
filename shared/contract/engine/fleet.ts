import { z } from 'zod'
import { deviceAct, deviceActAnswer } from '../sync/device-acts.ts'
import { actsOfDeviceAnswer, codesAnswer, contentsAnswer } from '../sync/queries.ts'
import { command, query } from './call.ts'
import { id } from './values.ts'

/**
 * The computers of the city, from a desk of the Dinas: who may come in, who goes elsewhere, who is shut out, and of whom there was data on one. Online only, and kept
 * nowhere. Faults of all: online-only, not-at-the-dinas, and those of network and centre.
 */
const deviceId = id

export const enrolmentCodes = query({
  name: 'city.enrolment-codes',
  input: z.strictObject({}),
  output: codesAnswer,
})
/** `whole`: with the whole NIK of everybody; an entry of the audit of its own, here and at the centre. */
export const deviceContents = query({
  name: 'city.device-contents',
  input: z.strictObject({ deviceId, whole: z.boolean() }),
  output: contentsAnswer,
})
export const actsOfDevice = query({
  name: 'city.device-acts',
  input: z.strictObject({ deviceId }),
  output: actsOfDeviceAnswer,
})
/** With the own password, which the centre checks. Also: wrong-password, locked-out, not-permitted, device-act-impossible. */
export const actOnDevice = command({
  name: 'city.device-act',
  input: z.strictObject({ act: deviceAct, password: z.string().min(1).max(256) }),
  output: z.strictObject({
    /** Of a new code: what its slip says; `serverUrl`: where this desk itself reaches the centre. */
    code: deviceActAnswer.shape.code.unwrap().extend({ serverUrl: z.string() }).nullable(),
    released: deviceActAnswer.shape.released,
  }),
})
/** What was on a computer, as JSON; the shell asks where to. Faults: file-not-saved. */
export const saveDeviceContents = command({
  name: 'city.save-device-contents',
  input: z.strictObject({ deviceId, whole: z.boolean() }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})
