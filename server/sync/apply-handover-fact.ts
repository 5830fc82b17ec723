import { randomUUID } from 'node:crypto'
import { handoverFact } from '#shared/contract/sync/rows.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { type AfterHandOver, applyHandOver, type BeforeHandOver } from '#shared/domain/handover/apply-hand-over.ts'
import type { HandoverFact, HandoverFlag } from '#shared/domain/handover/handover.ts'
import type { Acceptance, Outcome } from './acceptance.ts'
import { claimedScope, openCase } from './open-case.ts'
import { mayHandOver } from './permitted.ts'
import { readRow, readRowsByKey } from './read-row.ts'
import { cardKey, kitirKey } from './row-keys.ts'
import type { ProvenCommand } from './verify-command.ts'
import { type RowToWrite, writeRow } from './write-row.ts'

/**
 * A card was given to somebody. That is never refused: what contradicts an earlier fact, or should not have been allowed, is kept with flags and opens a case.
 */
export async function applyHandoverFact(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  const fact = factOf(command)
  if (!fact) return unreadable(acceptance, command)
  const before = await stateBefore(acceptance, fact.cardId)
  const scope = before.card?.scope ?? claimedScope(acceptance, command)
  const after = applyHandOver(before, fact, {
    scope,
    deviceId: acceptance.device.deviceId,
    acceptedAt: acceptance.at,
    flags: await flagsOf(acceptance, command, fact),
    caseId: randomUUID(),
  })
  const rows = [...changedRows(before, after), ...(await finishedApplication(acceptance, before.card, after))]
  for (const row of rows) await writeRow(acceptance.trx, row, acceptance.at)
  const caseId = after.code === null ? null : (after.case?.id ?? null)
  return { kind: after.verdict, code: after.code, caseId, moved: rows.map((row) => row.scope) }
}

function factOf({ pushed }: ProvenCommand): HandoverFact | null {
  try {
    return handoverFact.safeParse(JSON.parse(pushed.payload ?? 'null')).data ?? null
  } catch {
    // Signed by the device and still unreadable: kept as it came, a person must look.
    return null
  }
}

async function stateBefore({ trx }: Acceptance, cardId: string): Promise<BeforeHandOver> {
  const card = await readRow(trx, 'card', cardId)
  const handovers = await readRowsByKey(trx, 'handover', cardKey(cardId))
  const cases = await readRowsByKey(trx, 'case', cardKey(cardId))
  return {
    card,
    standing: handovers.find((one) => one.standing === 'stands') ?? null,
    openCase: cases.find((one) => one.state === 'open') ?? null,
  }
}

async function flagsOf(acceptance: Acceptance, { envelope }: ProvenCommand, fact: HandoverFact) {
  const { trx, device, at, clockSkewSeconds } = acceptance
  const flags: HandoverFlag[] = []
  const own = device.scopes.includes(envelope.scope) && envelope.staffId === fact.staffId
  if (!own || !(await mayHandOver(trx, device, fact.staffId, fact.at))) flags.push('not-permitted')
  // Only a time that is still to come proves a wrong clock here: an old one may simply have waited for the network.
  if (Date.parse(fact.at) - Date.parse(at) > clockSkewSeconds * 1000) flags.push('clock-skew')
  return flags
}

function changedRows(before: BeforeHandOver, after: AfterHandOver): RowToWrite[] {
  const rows: RowToWrite[] = after.handovers.map((row) => ({ scope: row.scope, entity: 'handover', id: row.id, row }))
  const { card, case: file } = after
  if (card && JSON.stringify(card) !== JSON.stringify(before.card))
    rows.push({ scope: card.scope, entity: 'card', id: card.id, row: card })
  if (file && JSON.stringify(file) !== JSON.stringify(before.openCase))
    rows.push({ scope: file.scope, entity: 'case', id: file.id, row: file })
  return rows
}

/** The application is DISERAHKAN once the last of its cards is: one e-Kitir may yield two. */
async function finishedApplication(
  { trx }: Acceptance,
  before: Card | null,
  after: AfterHandOver,
): Promise<RowToWrite[]> {
  const { card } = after
  if (card?.state !== 'handed-over' || before?.state === 'handed-over') return []
  const siblings = await readRowsByKey(trx, 'card', kitirKey(card.kitirNumber))
  const open = siblings.some(
    (one) => one.id !== card.id && one.applicationId === card.applicationId && one.state !== 'handed-over',
  )
  const application = open ? null : await readRow(trx, 'application', card.applicationId)
  if (!application || application.status === 'DISERAHKAN') return []
  const row = { ...application, status: 'DISERAHKAN' }
  return [{ scope: application.scope, entity: 'application', id: application.id, row }]
}

/** A fact in a form this server cannot read: kept as it came, with a case when it names a card. */
async function unreadable(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  const file = await openCase(acceptance, command)
  const moved = file ? [file.scope] : []
  return { kind: 'conflict', code: 'payload-unreadable', caseId: file?.id ?? null, moved }
}
