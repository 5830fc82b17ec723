import { setImmediate as breathe } from 'node:timers/promises'
import type { Verdict } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import type { BaseRows } from '../wiring.ts'
import { raiseException } from './exceptions.ts'
import { positionOf } from './position.ts'
import { recall, remember } from './sync-state.ts'

/** A command as it was sent. */
export interface SentCommand {
  readonly position: number
  readonly id: string
  readonly subject: string
  readonly payload: string | null
}

/** With the generation that its number belongs to. */
export type GivenVerdict = Verdict & { readonly generation: number }

/** Commands between two pauses: the screens' questions are answered in between. */
const withoutPause = 20

/**
 * Stores the centre's verdicts and takes the commands out of the outbox, in the caller's one transaction. The first verdict stays:
 * a repeat changes nothing. Returns the topics that changed.
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
    if (verdict?.commandId !== command.id || !(await storeVerdict(trx, command, verdict))) continue
    await raiseFor(trx, command, verdict)
    for (const topic of await baseRows.refreshCard(trx, command.subject)) topics.add(topic)
  }
  await moveAnswered(trx, sent, byPosition)
  return topics
}

async function storeVerdict(trx: WriteDb, command: SentCommand, verdict: Verdict): Promise<boolean> {
  const done = await trx
    .updateTable('command')
    .set({
      verdict: verdict.kind,
      verdict_code: verdict.code,
      verdict_original: verdict.original,
      case_id: verdict.caseId,
      decided_at: verdict.decidedAt,
    })
    .where('position', '=', command.position)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What the centre did not simply accept asks for a person; the id of the case keeps it one exception when the case's row arrives. */
async function raiseFor(trx: WriteDb, command: SentCommand, verdict: Verdict): Promise<void> {
  const kind = verdict.kind === 'duplicate' ? verdict.original : verdict.kind
  if (kind !== 'conflict' && kind !== 'refused') return
  await raiseException(trx, {
    id: verdict.caseId ?? command.id,
    kind,
    code: verdict.code ?? kind,
    seq: verdict.seq,
    card_id: command.subject,
    handover_id: handoverOf(command.payload),
    raised_at: verdict.decidedAt,
  })
}

function handoverOf(payload: string | null): string | null {
  const fact: unknown = payload === null ? null : JSON.parse(payload)
  const named = typeof fact === 'object' && fact !== null && 'handoverId' in fact ? fact.handoverId : null
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
