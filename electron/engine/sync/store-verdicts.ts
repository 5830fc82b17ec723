import { setImmediate as breathe } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Verdict } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import { firstRow, rows, run } from '../database/sql.ts'
import type { BaseRows } from '../wiring.ts'
import { acknowledgeAny, raiseException } from './exceptions.ts'
import { positionOf } from './position.ts'
import { recall, remember } from './sync-state.ts'

/** A command as it was sent. */
export interface SentCommand {
  readonly position: number
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly payload: string | null
}

/** With the generation that its number belongs to. */
export type GivenVerdict = Verdict & { readonly generation: number }

/** Commands between two pauses: the screens' questions are answered in between. */
const withoutPause = 20

/**
 * Stores the centre's verdicts and takes the commands out of the outbox, in the caller's one transaction. A repeat
 * changes nothing. Returns the topics that changed.
 */
export async function storeVerdicts(
  trx: WriteDb,
  baseRows: BaseRows,
  sent: readonly SentCommand[],
  verdicts: readonly GivenVerdict[],
): Promise<Set<string>> {
  const topics = new Set(['queue', 'status'])
  const byPosition = new Map(verdicts.map((verdict) => [positionOf(verdict.generation, verdict.seq), verdict]))
  for (const [index, command] of sent.entries()) {
    if (index % withoutPause === withoutPause - 1) await breathe()
    const verdict = byPosition.get(command.position)
    if (verdict?.commandId !== command.id) continue
    const stored = await storeVerdict(trx, command, verdict)
    if (stored === 'as-before') continue
    if (stored === 'changed') await raiseChanged(trx, command, verdict)
    await raiseFor(trx, command, verdict)
    // Act by act: what one of them shows is what the next one stands on.
    for (const topic of await baseRows.refresh(trx, await keysOf(trx, command))) topics.add(topic)
  }
  await moveAnswered(trx, sent, byPosition)
  return topics
}

/** The rows that the command is about. */
async function keysOf(trx: WriteDb, { position, subject }: SentCommand): Promise<string[]> {
  const found = await rows<{ key: string }>(trx, 'SELECT key FROM command_about WHERE position = ?', position)
  return [`card/${subject}`, ...found.map(({ key }) => key)]
}

/** The first verdict stays, unless the centre judged again: one that was restored from a backup forgot what it had said. */
async function storeVerdict(
  trx: WriteDb,
  command: SentCommand,
  verdict: Verdict,
): Promise<'first' | 'changed' | 'as-before'> {
  const { position } = command
  const before = await firstRow<Judged>(trx, judgedBefore, position)
  const again = { kind: kindOf(verdict), code: verdict.code, caseId: verdict.caseId }
  if (!before || isDeepStrictEqual(before, again)) return 'as-before'
  const { kind, code, original, caseId, decidedAt } = verdict
  await run(trx, judge, kind, code, original, caseId, decidedAt, position)
  if (before.kind === null) return 'first'
  // Its case is not at the centre any more; the one that may have come instead is raised anew.
  if (before.caseId !== null) await acknowledgeAny(trx, before.caseId, verdict.decidedAt)
  return before.kind === again.kind ? 'first' : 'changed'
}

interface Judged {
  readonly kind: string | null
  readonly code: string | null
  readonly caseId: string | null
}

const judgedBefore = `SELECT CASE verdict WHEN 'duplicate' THEN coalesce(verdict_original, verdict) ELSE verdict END AS kind,
  verdict_code AS code, case_id AS caseId FROM command WHERE position = ?`

const judge = `UPDATE command SET verdict = ?, verdict_code = ?, verdict_original = ?, case_id = ?, decided_at = ?
  WHERE position = ?`

const kindOf = ({ kind, original }: Verdict): string => (kind === 'duplicate' ? (original ?? kind) : kind)

/** What the screens said before is corrected openly. */
async function raiseChanged(trx: WriteDb, command: SentCommand, verdict: Verdict): Promise<void> {
  await raiseException(trx, {
    id: `changed/${command.id}`,
    kind: 'attention',
    code: 'verdict-changed',
    seq: verdict.seq,
    card_id: command.subject,
    handover_id: textIn(command.payload, 'handoverId'),
    act_type: command.type,
    raised_at: verdict.decidedAt,
    details: { now: kindOf(verdict) },
  })
}

/** What the centre did not simply accept asks for a person; the id of the case keeps it one exception when the case's row arrives. */
async function raiseFor(trx: WriteDb, command: SentCommand, verdict: Verdict): Promise<void> {
  const kind = kindOf(verdict)
  if (kind !== 'conflict' && kind !== 'refused') return
  await raiseException(trx, {
    id: verdict.caseId ?? command.id,
    kind,
    code: verdict.code ?? kind,
    seq: verdict.seq,
    card_id: command.subject,
    handover_id: textIn(command.payload, 'handoverId'),
    act_type: command.type,
    raised_at: verdict.decidedAt,
    details: caseNamedIn(command.payload),
  })
}

/** An act about a case names it, so that its refusal leads there. */
function caseNamedIn(payload: string | null): Readonly<Record<string, string>> {
  const caseId = textIn(payload, 'caseId')
  return caseId === null ? {} : { caseId }
}

function textIn(payload: string | null, field: string): string | null {
  const fact: unknown = payload === null ? null : JSON.parse(payload)
  const named: unknown = typeof fact === 'object' && fact !== null ? Reflect.get(fact, field) : null
  return typeof named === 'string' ? named : null
}

/** Only as far as there is no gap: what the centre left out is asked for again. */
async function moveAnswered(
  trx: WriteDb,
  sent: readonly SentCommand[],
  answered: ReadonlyMap<number, Verdict>,
): Promise<void> {
  const before = (await recall(trx, 'answered-up-to')) ?? 0
  const firstOpen = sent.findIndex(({ position, id }) => answered.get(position)?.commandId !== id)
  const last = sent[(firstOpen === -1 ? sent.length : firstOpen) - 1]
  if (last && last.position > before) await remember(trx, 'answered-up-to', last.position)
}
