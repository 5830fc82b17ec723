import { randomUUID } from 'node:crypto'
import { type Act, applyAct, isActType, isFactType, needsOf, ruleOf } from '#shared/domain/act/acts.ts'
import { RowSet } from '#shared/domain/act/row-set.ts'
import type { Need, Seen } from '#shared/domain/act/rule.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance, Outcome } from './acceptance.ts'
import { followingApplications } from './following-applications.ts'
import { claimedScope, openCase } from './open-case.ts'
import { mayAct } from './permitted.ts'
import { readRow, readRowsByKey } from './read-row.ts'
import { cardKey } from './row-keys.ts'
import type { ProvenCommand } from './verify-command.ts'
import { writeRow } from './write-row.ts'

/** It happened in the world: never refused, whatever is wrong with it. */
export const isFact = ({ envelope }: ProvenCommand): boolean => isFactType(envelope.type)

/** The effects of one command, in the caller's transaction. A kind this server does not know is an intention it cannot follow: kept, refused. */
export async function applyCommand(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  if (command.act !== null) return applyKnown(acceptance, command, command.act)
  if (isFact(command)) return unreadableFact(acceptance, command)
  const code = isActType(command.envelope.type) ? 'payload-unreadable' : 'unknown-type'
  return { kind: 'refused', code, caseId: null, moved: [] }
}

/** A fact in a form this server cannot read: kept as it came, with a case when it names a card. */
async function unreadableFact(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  const file = await openCase(acceptance, command)
  const moved = file ? [file.scope] : []
  return { kind: 'conflict', code: 'payload-unreadable', caseId: file?.id ?? null, moved }
}

async function applyKnown(acceptance: Acceptance, command: ProvenCommand, act: Act): Promise<Outcome> {
  const rows = await loaded(acceptance.trx, needsOf(act))
  const before = cardsIn(rows)
  const { changed, verdict, code, caseId } = applyAct(act, rows, await seen(acceptance, command, act))
  if (verdict === 'refused') return { kind: 'refused', code, caseId, moved: [] }
  const written = [...changed, ...(await followingApplications(acceptance.trx, before, changed))]
  for (const { entity, id, row } of written)
    await writeRow(acceptance.trx, { scope: row.scope, entity, id, row }, acceptance.at)
  return { kind: verdict, code, caseId, moved: [...new Set(written.map(({ row }) => row.scope))] }
}

async function loaded(trx: Db, needs: readonly Need[]): Promise<RowSet> {
  const rows = new RowSet()
  for (const need of needs) {
    if ('aboutCard' in need) {
      for (const entity of ['handover', 'case'] as const)
        for (const row of await readRowsByKey(trx, entity, cardKey(need.aboutCard)))
          rows.put({ entity, id: row.id, row })
      continue
    }
    const row = await readRow(trx, need.entity, need.id)
    if (row) rows.put({ ...need, row })
  }
  return rows
}

const cardsIn = (rows: RowSet): ReadonlyMap<string, Card> =>
  new Map(rows.all().flatMap(({ entity, row }) => (entity === 'card' ? [[row.id, row as Card] as const] : [])))

async function seen(acceptance: Acceptance, command: ProvenCommand, act: Act): Promise<Seen> {
  const { envelope } = command
  const { trx, device, at, clockSkewSeconds } = acceptance
  const rule = ruleOf(act)
  const staffId = rule.staffId(act.payload)
  const own = device.scopes.includes(envelope.scope) && envelope.staffId === staffId
  // Only a time that is still to come proves a wrong clock here: an old one may simply have waited for the network.
  const ahead = Date.parse(rule.at(act.payload)) - Date.parse(at) > clockSkewSeconds * 1000
  return {
    scope: claimedScope(acceptance, command),
    deviceId: device.deviceId,
    acceptedAt: at,
    permitted: own && (await mayAct(trx, device, staffId, rule.roles, rule.at(act.payload))),
    flags: ahead ? ['clock-skew'] : [],
    caseId: randomUUID(),
  }
}
