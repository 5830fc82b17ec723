import { sql } from 'kysely'
import type { Verdict } from '#shared/contract/sync/protocol.ts'
import { handoverFact } from '#shared/contract/sync/rows.ts'
import { type Device, deviceFrom } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction, isPassing } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { Problem } from '../problem.ts'
import type { Acceptance, Outcome } from './acceptance.ts'
import { applyCommand } from './apply-command.ts'
import type { ProvenCommand } from './verify-command.ts'

export interface AcceptedBatch {
  /** Fewer than commands when one of them could not be processed: the rest must be sent again. */
  readonly verdicts: readonly Verdict[]
  readonly lastSeq: number
  readonly moved: readonly string[]
}

const noHash = '0'.repeat(64)

/** At most 50 commands with their verdicts and effects: one transaction, a savepoint each. */
export function acceptBatch(
  centre: Centre,
  deviceId: string,
  generation: number,
  commands: readonly ProvenCommand[],
): Promise<AcceptedBatch> {
  return inTransaction(centre.db, async (trx) => {
    const device = await lockDevice(trx, deviceId, generation)
    const chain = await chainEnd(trx, device, generation)
    const fresh = commands.filter((command) => command.envelope.seq > chain.seq)
    const verdicts = await verdictsAgain(trx, device, generation, chain.seq, commands)
    requireNext(chain, fresh)
    await lockScopes(trx, device, fresh)
    const acceptance = { trx, device, at: instantOf(centre.now()), clockSkewSeconds: centre.clockSkewSeconds }
    const moved: string[] = []
    let lastSeq = chain.seq
    for (const command of fresh) {
      const accepted = await acceptOne(acceptance, command, verdicts.length === 0)
      if (accepted === null) break
      verdicts.push(accepted.verdict)
      moved.push(...accepted.moved)
      lastSeq = command.envelope.seq
    }
    return { verdicts, lastSeq, moved }
  })
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

async function chainEnd(trx: Db, device: Device, generation: number): Promise<{ seq: number; hash: string }> {
  const last = await trx
    .selectFrom('commands')
    .select(['seq', 'hash'])
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where('generation', '=', generation)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, hash: noHash }
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

async function storedVerdict(trx: Db, device: Device, commandId: string, seq: number): Promise<Verdict | null> {
  const stored = await trx
    .selectFrom('verdicts')
    .selectAll()
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  if (!stored) return null
  const { kind: original, code, case_id: caseId, decided_at: decidedAt } = stored
  return { commandId, seq, kind: 'duplicate', original, code, caseId, decidedAt }
}

/** The chain goes on where it ended: no hole, and the same history before it. */
function requireNext(chain: { seq: number; hash: string }, fresh: readonly ProvenCommand[]): void {
  let { seq, hash } = chain
  for (const { envelope, pushed } of fresh) {
    if (envelope.seq !== seq + 1) throw new Problem(409, 'expected-seq', { expectedSeq: seq + 1 })
    if (envelope.prevHash !== hash) throw new Problem(409, 'forked')
    seq = envelope.seq
    hash = pushed.hash
  }
}

/** All scopes that the batch can touch, in code order: no two batches can wait for each other in a ring. */
async function lockScopes(trx: Db, device: Device, fresh: readonly ProvenCommand[]): Promise<void> {
  if (fresh.length === 0) return
  const cardIds = fresh.flatMap(({ pushed }) => cardIdsOf(pushed.payload))
  const held = cardIds.length === 0 ? [] : await scopesOfCards(trx, cardIds)
  const scopes = [...new Set([device.homeScope, ...fresh.map((one) => one.envelope.scope), ...held])]
  await trx.selectFrom('scopes').select('scope').where('scope', 'in', scopes).orderBy('scope').forUpdate().execute()
}

async function scopesOfCards(trx: Db, cardIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('rows')
    .select('scope')
    .where('entity', '=', 'card')
    .where('id', 'in', cardIds)
    .execute()
  return rows.map((row) => row.scope)
}

function cardIdsOf(payload: string | null): string[] {
  try {
    const parsed = handoverFact.pick({ cardId: true }).safeParse(JSON.parse(payload ?? 'null'))
    return parsed.success ? [parsed.data.cardId] : []
  } catch {
    // Unreadable payloads touch no card; their command says so later.
    return []
  }
}

type Accepted = { readonly verdict: Verdict; readonly moved: readonly string[] }

/** Null when the command could not be processed and others before it were: those stay. */
async function acceptOne(acceptance: Acceptance, command: ProvenCommand, isFirst: boolean): Promise<Accepted | null> {
  const { trx } = acceptance
  await sql`SAVEPOINT one_command`.execute(trx)
  try {
    const accepted = await acceptNow(acceptance, command)
    await sql`RELEASE SAVEPOINT one_command`.execute(trx)
    return accepted
  } catch (cause) {
    if (isFirst || isPassing(cause)) throw cause
    await sql`ROLLBACK TO SAVEPOINT one_command`.execute(trx)
    return null
  }
}

async function acceptNow(acceptance: Acceptance, command: ProvenCommand): Promise<Accepted> {
  const { trx, device } = acceptance
  const { envelope } = command
  await storeCommand(acceptance, command)
  const before = await storedVerdict(trx, device, envelope.id, envelope.seq)
  if (before) return { verdict: before, moved: [] }
  const outcome = await applyCommand(acceptance, command)
  await storeVerdict(acceptance, envelope.id, outcome)
  const { kind, code, caseId, moved } = outcome
  const verdict = { commandId: envelope.id, seq: envelope.seq, kind, code, original: null, caseId }
  return { verdict: { ...verdict, decidedAt: acceptance.at }, moved }
}

async function storeCommand({ trx, device, at }: Acceptance, { envelope, pushed }: ProvenCommand): Promise<void> {
  await trx
    .insertInto('commands')
    .values({
      home_scope: device.homeScope,
      device_id: device.deviceId,
      generation: envelope.generation,
      seq: envelope.seq,
      id: envelope.id,
      envelope: pushed.envelope,
      hash: pushed.hash,
      signature: pushed.signature,
      payload: pushed.payload,
      salt: pushed.salt,
      accepted_at: at,
    })
    .execute()
}

async function storeVerdict({ trx, device, at }: Acceptance, commandId: string, outcome: Outcome): Promise<void> {
  const { kind, code, caseId } = outcome
  await trx
    .insertInto('verdicts')
    .values({
      home_scope: device.homeScope,
      device_id: device.deviceId,
      command_id: commandId,
      kind,
      code,
      case_id: caseId,
      decided_at: at,
    })
    .execute()
}
