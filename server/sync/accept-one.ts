import { sql } from 'kysely'
import type { Verdict } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { insertMany } from '../database/insert-many.ts'
import { lasts } from '../database/lasting-trouble.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance, Outcome } from './acceptance.ts'
import { applyCommand, isFact } from './apply-command.ts'
import { openCase } from './open-case.ts'
import type { ProvenCommand } from './verify-command.ts'

export interface Accepted {
  readonly verdict: Verdict
  readonly moved: readonly string[]
}

/** It could not be processed, for a reason that will not pass by itself. Nothing of it is in the transaction. */
export class Failed {
  readonly cause: unknown

  constructor(cause: unknown) {
    this.cause = cause
  }
}

/** One command with its verdict and effects, or nothing of it. Throws what will pass: the whole transaction has to be done again later. */
export function acceptOne(acceptance: Acceptance, command: ProvenCommand): Promise<Accepted | Failed> {
  return orFailed(acceptance.trx, async () => {
    await storeCommands(acceptance, [command])
    const { id, seq } = command.envelope
    const before = await storedVerdict(acceptance.trx, acceptance.device, id, seq)
    return before
      ? { verdict: before, moved: [] }
      : judged(acceptance, command, await applyCommand(acceptance, command))
  })
}

/**
 * Keeps a command whole that this server cannot process, and answers it: otherwise it would stand before everything its device does from then on.
 * A fact becomes a conflict for a person, with a case; an intention is refused.
 */
export async function acceptUnprocessable(acceptance: Acceptance, command: ProvenCommand): Promise<Accepted> {
  await storeCommands(acceptance, [command])
  const code = 'unprocessable'
  if (!isFact(command)) return judged(acceptance, command, { kind: 'refused', code, caseId: null, moved: [] })
  // What made the command fail may make the case fail as well: then the verdict stands alone.
  const opened = await orFailed(acceptance.trx, () => openCase(acceptance, command, code))
  const file = opened instanceof Failed ? null : opened
  return judged(acceptance, command, {
    kind: 'conflict',
    code,
    caseId: file?.id ?? null,
    moved: file ? [file.scope] : [],
  })
}

/** The stored answer to a command of this device; null when there is none. */
export async function storedVerdict(trx: Db, device: Device, commandId: string, seq: number): Promise<Verdict | null> {
  return (await storedVerdicts(trx, device, [{ id: commandId, seq }])).get(commandId) ?? null
}

/** Of these commands, those that were answered before, by their ids. */
export async function storedVerdicts(
  trx: Db,
  device: Device,
  commands: readonly { readonly id: string; readonly seq: number }[],
): Promise<ReadonlyMap<string, Verdict>> {
  const stored = await trx
    .selectFrom('verdicts')
    .selectAll()
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where(
      'command_id',
      'in',
      commands.map(({ id }) => id),
    )
    .execute()
  const seqs = new Map(commands.map(({ id, seq }) => [id, seq]))
  const repeated = ({
    command_id: commandId,
    kind,
    code,
    case_id: caseId,
    decided_at: decidedAt,
  }: (typeof stored)[0]) =>
    ({ commandId, seq: seqs.get(commandId) ?? 0, kind: 'duplicate', original: kind, code, caseId, decidedAt }) as const
  return new Map(stored.map((row) => [row.command_id, repeated(row)]))
}

/** Runs behind a savepoint: after a failure that lasts, the transaction is as it was before. */
export async function orFailed<T>(trx: Db, run: () => Promise<T>): Promise<T | Failed> {
  await sql`SAVEPOINT one_command`.execute(trx)
  try {
    const done = await run()
    await sql`RELEASE SAVEPOINT one_command`.execute(trx)
    return done
  } catch (cause) {
    if (!lasts(cause)) throw cause
    // A connection that is gone fails here, too, and is thereby told as what it is.
    await sql`ROLLBACK TO SAVEPOINT one_command`.execute(trx)
    return new Failed(cause)
  }
}

async function judged(acceptance: Acceptance, command: ProvenCommand, outcome: Outcome): Promise<Accepted> {
  const verdict = verdictOf(acceptance, command, outcome)
  await storeVerdicts(acceptance, [verdict])
  return { verdict, moved: outcome.moved }
}

export function verdictOf({ at }: Acceptance, { envelope }: ProvenCommand, { kind, code, caseId }: Outcome): Verdict {
  return { commandId: envelope.id, seq: envelope.seq, kind, code, original: null, caseId, decidedAt: at }
}

/** First answers: none of them a repeat. */
export async function storeVerdicts({ trx, device }: Acceptance, verdicts: readonly Verdict[]): Promise<void> {
  const rows = verdicts.flatMap(({ commandId, kind, code, caseId, decidedAt }) =>
    kind === 'duplicate'
      ? []
      : [
          {
            ...{ home_scope: device.homeScope, device_id: device.deviceId, command_id: commandId },
            ...{ kind, code, case_id: caseId, decided_at: decidedAt },
          },
        ],
  )
  if (rows.length > 0) await insertMany(trx, 'verdicts', rows)
}

/** As they came, at most a batch of them. */
export async function storeCommands(
  { trx, device, at }: Acceptance,
  commands: readonly ProvenCommand[],
): Promise<void> {
  const rows = commands.map(({ envelope: { generation, seq, id }, pushed }) => ({
    ...{ home_scope: device.homeScope, device_id: device.deviceId, generation, seq, id },
    ...{ envelope: pushed.envelope, hash: pushed.hash, signature: pushed.signature },
    ...{ payload: pushed.payload, salt: pushed.salt, accepted_at: at },
  }))
  await insertMany(trx, 'commands', rows)
}
