import type { Verdict } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { requireActive } from '../auth/device-token.ts'
import { lockedDevice } from '../auth/generation-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { noteJudged } from '../devices/note-judged.ts'
import { Problem, unauthorised } from '../problem.ts'
import { type Accepted, acceptOne, acceptUnprocessable, Failed, storedVerdict } from './accept-one.ts'
import { acceptTogether, runsOf } from './accept-together.ts'
import type { Acceptance } from './acceptance.ts'
import { type ChainEnd, chainEnd } from './chain-end.ts'
import { lockScopes } from './lock-scopes.ts'
import { StaffTerms } from './permitted.ts'
import { directRows } from './row-access.ts'
import type { ProvenCommand } from './verify-command.ts'

/** A command that was kept but not processed, and why. */
export interface Unprocessable {
  readonly commandId: string
  readonly cause: unknown
}

export interface AcceptedBatch {
  /** How many of the commands are dealt with: at least one, unless none were given. The others were not looked at, or one failed behind others. */
  readonly taken: number
  readonly verdicts: readonly Verdict[]
  readonly lastSeq: number
  readonly moved: readonly string[]
  readonly unprocessable: readonly Unprocessable[]
}

/** A command failed with nothing else before it in its transaction. */
class FailedAlone extends Error {
  readonly command: ProvenCommand

  constructor(command: ProvenCommand, cause: unknown) {
    super('a command could not be processed', { cause })
    this.command = command
  }
}

/**
 * At most 50 commands with their verdicts and effects: one transaction, a savepoint each. A command that fails twice, each time first in a transaction of
 * its own, is kept unprocessed with a verdict. Trouble that passes is thrown and judges nothing.
 */
export async function acceptBatch(
  centre: Centre,
  asking: Device,
  generation: number,
  commands: readonly ProvenCommand[],
): Promise<AcceptedBatch> {
  const accept = (some: readonly ProvenCommand[], then: 'try-again' | 'judge') =>
    inTransaction(centre.db, async (trx) => {
      const device = await lockDevice(trx, asking)
      const { clockSkewSeconds, region } = centre
      const at = instantOf(centre.now())
      const reached = { rows: directRows(trx, at), terms: new StaffTerms(trx, device) }
      const accepted = await acceptIn({ trx, device, at, clockSkewSeconds, region, ...reached }, generation, some, then)
      await noteJudged(trx, device, at, accepted.verdicts)
      return accepted
    })
  try {
    return await accept(commands, 'try-again')
  } catch (cause) {
    if (!(cause instanceof FailedAlone)) throw cause
    return accept(commands.slice(0, commands.indexOf(cause.command) + 1), 'judge')
  }
}

async function acceptIn(
  acceptance: Acceptance,
  generation: number,
  commands: readonly ProvenCommand[],
  then: 'try-again' | 'judge',
): Promise<AcceptedBatch> {
  const { trx, device } = acceptance
  const chain = await chainEnd(trx, 'commands', device, generation)
  const fresh = commands.filter((command) => command.envelope.seq > chain.seq)
  const again = await verdictsAgain(trx, device, generation, chain.seq, commands)
  requireNext(chain, fresh)
  const locked = await lockScopes(trx, device, fresh)
  const done: Done = { accepted: [], unprocessable: [] }
  for (const run of runsOf(fresh)) {
    const together = run.length > 1 ? await acceptTogether(acceptance, run, locked) : null
    if (together) done.accepted.push(...together)
    else if (!(await acceptEach(acceptance, run, then, done))) break
  }
  const { accepted, unprocessable } = done
  return {
    taken: commands.length - fresh.length + accepted.length,
    verdicts: [...again, ...accepted.map(({ verdict }) => verdict)],
    lastSeq: chain.seq + accepted.length,
    moved: [...new Set(accepted.flatMap(({ moved }) => moved))],
    unprocessable,
  }
}

interface Done {
  readonly accepted: Accepted[]
  readonly unprocessable: Unprocessable[]
}

/** One after another; false when one failed behind others: what is done so far is to be committed first. */
async function acceptEach(
  acceptance: Acceptance,
  commands: readonly ProvenCommand[],
  then: 'try-again' | 'judge',
  { accepted, unprocessable }: Done,
): Promise<boolean> {
  for (const command of commands) {
    const one = await acceptOne(acceptance, command)
    if (!(one instanceof Failed)) {
      accepted.push(one)
      continue
    }
    if (accepted.length > 0) return false
    if (then === 'try-again') throw new FailedAlone(command, one.cause)
    accepted.push(await acceptUnprocessable(acceptance, command))
    unprocessable.push({ commandId: command.envelope.id, cause: one.cause })
  }
  return true
}

/**
 * Two pushes of one device at once wait for each other here. Whoever has its key may also bring what this centre lost of earlier generations; whoever had it until
 * a moment ago may bring nothing any more.
 */
export async function lockDevice(trx: Db, asking: Device): Promise<Device> {
  const locked = await lockedDevice(trx, asking)
  if (!locked) throw unauthorised()
  const { device } = locked
  const released = asking.releasedBy ? { releasedBy: asking.releasedBy } : {}
  requireActive({ ...device, ...released })
  if (device.signingKey !== asking.signingKey) throw new Problem(403, 'superseded')
  return { ...device, ...released }
}

/** The stored answers to commands that were accepted before. Throws 409 `forked` when one of them is not the same command. */
async function verdictsAgain(
  trx: Db,
  device: Device,
  generation: number,
  lastSeq: number,
  commands: readonly ProvenCommand[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const { envelope, pushed } of commands.filter((command) => command.envelope.seq <= lastSeq)) {
    const stored = await trx
      .selectFrom('commands')
      .select(['hash', 'id'])
      .where('home_scope', '=', device.homeScope)
      .where('device_id', '=', device.deviceId)
      .where('generation', '=', generation)
      .where('seq', '=', envelope.seq)
      .executeTakeFirstOrThrow()
    if (stored.hash !== pushed.hash) throw new Problem(409, 'forked')
    const verdict = await storedVerdict(trx, device, envelope.id, envelope.seq)
    if (verdict) verdicts.push(verdict)
  }
  return verdicts
}

/** The chain goes on where it ended: no hole, and the same history before it. */
function requireNext(chain: ChainEnd, fresh: readonly ProvenCommand[]): void {
  let { seq, hash } = chain
  for (const { envelope, pushed } of fresh) {
    if (envelope.seq !== seq + 1) throw new Problem(409, 'expected-seq', { expectedSeq: seq + 1 })
    if (envelope.prevHash !== hash) throw new Problem(409, 'forked')
    seq = envelope.seq
    hash = pushed.hash
  }
}
