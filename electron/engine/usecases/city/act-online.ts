import type { CityVerdict } from '#shared/contract/engine/city.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { type Act, ruleOf } from '#shared/domain/act/acts.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import type { Device, WriteSet } from '../stores.ts'
import { atTheDinas } from './at-the-dinas.ts'

/** An act of the Dinas that is to be done now. */
export interface OnlineAct<T> {
  readonly act: Act
  /** The unit whose business it is. */
  readonly scope: string
  readonly subject: string
  /** What the screen is told besides the verdict. */
  readonly told: T
  /** False: nothing of it is shown here before the centre's rows come. */
  readonly shown?: boolean
}

export interface Doing {
  readonly tx: WriteSet
  readonly by: DoneBy
  readonly device: Device
}

/** Longer than a slow link takes for one command; a first copy under way is not waited for. */
const patienceMs = 20_000

const noAnswer: CityVerdict = { verdict: 'waiting', code: null, caseId: null }

/**
 * Does an act in any unit while the centre can be reached: the sealed command is committed like every other, sent at once, and answered with the centre's
 * verdict. Where the line breaks in between, the answer is `waiting` and the command stays in the outbox. Faults: not-at-the-dinas, online-only.
 */
export async function actOnline<T extends object>(
  deps: Deps,
  who: Who,
  answering: Answering,
  doing: (of: Doing) => Promise<Result<OnlineAct<T>, Fault>>,
): Answer<CityVerdict & T> {
  const here = await atTheDinas(deps)
  if (!here.ok) return here
  let commandId = ''
  const kept = await answering(async (tx) => {
    const done = await doing({ tx, by: doneBy(deps, who, here.value), device: here.value })
    if (!done.ok) return done
    commandId = await seal(tx, done.value, who, here.value)
    return ok({ ...noAnswer, ...done.value.told })
  })
  if (!kept.ok) return kept
  await within(patienceMs, deps.sync.now())
  deps.announce('city', 'queue', 'status')
  const said = await deps.reading((db) => db.outbox.verdictOf(commandId))
  if (said === null) return kept
  const { kind: verdict, code, caseId } = said
  return answering(async () => ok({ ...kept.value, verdict, code, caseId }))
}

const doneBy = ({ clock }: Deps, { staff }: Who, { deviceCode }: Device): DoneBy => ({
  at: clock.now(),
  staffId: staff.id,
  staffName: staff.name,
  staffCode: staff.code,
  deviceCode,
})

/** In the own unit like any act. In another one nothing of it is shown or kept here but the command: the rows are not this device's. */
async function seal<T>(
  tx: WriteSet,
  { act, scope, subject, shown = true }: OnlineAct<T>,
  { staff }: Who,
  device: Device,
) {
  const staffId = staff.id
  const audit = { kind: 'city-act', subject: `${act.type} ${scope} ${subject}` } as const
  if (shown && device.scopes.includes(scope))
    return (await recordAct(tx, act, { staffId, scope, subject, audit })).commandId
  const at = ruleOf(act).at(act.payload)
  const { commandId, hash } = await tx.outbox.append({ ...act, scope, subject, staffId, at, about: [] })
  await tx.audit.append({ ...audit, staffId, at, commandHash: hash })
  return commandId
}

/** Resolves when the work is over, or after this time: the work then goes on by itself. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, patience])
  clearTimeout(timer)
}
