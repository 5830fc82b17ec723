import type { Verdict } from '#shared/contract/sync/protocol.ts'
import { type Device, deviceFrom } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { Problem } from '../problem.ts'
import { type Accepted, acceptOne, acceptUnprocessable, Failed, storedVerdict } from './accept-one.ts'
import type { Acceptance } from './acceptance.ts'
import { type ChainEnd, chainEnd } from './chain-end.ts'
import { lockScopes } from './lock-scopes.ts'
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
  deviceId: string,
  generation: number,
  commands: readonly ProvenCommand[],
): Promise<AcceptedBatch> {
  const accept = (some: readonly ProvenCommand[], then: 'try-again' | 'judge') =>
    inTransaction(centre.db, async (trx) => {
      const device = await lockDevice(trx, deviceId, generation)
      const acceptance = { trx, device, at: instantOf(centre.now()), clockSkewSeconds: centre.clockSkewSeconds }
      return acceptIn(acceptance, generation, some, then)
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
  await lockScopes(trx, device, fresh)
  const accepted: Accepted[] = []
  const unprocessable: Unprocessable[] = []
  for (const command of fresh) {
    const one = await acceptOne(acceptance, command)
    if (!(one instanceof Failed)) {
      accepted.push(one)
      continue
    }
    if (accepted.length > 0) break
    if (then === 'try-again') throw new FailedAlone(command, one.cause)
    accepted.push(await acceptUnprocessable(acceptance, command))
    unprocessable.push({ commandId: command.envelope.id, cause: one.cause })
  }
  return {
    taken: commands.length - fresh.length + accepted.length,
    verdicts: [...again, ...accepted.map(({ verdict }) => verdict)],
    lastSeq: chain.seq + accepted.length,
    moved: accepted.flatMap(({ moved }) => moved),
    unprocessable,
  }
}

/** Two pushes of one device at once wait for each other here. */
async function lockDevice(trx: Db, deviceId: string, generation: number): Promise<Device> {
  const row = await trx
    .selectFrom('devices')
    .selectAll()
    .where('device_id', '=', deviceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const device = deviceFrom(row)
  if (device.state !== 'active') throw new Problem(403, 'quarantined')
  if (device.generation !== generation) throw new Problem(409, 'forked', { generation: device.generation })
  return device
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
