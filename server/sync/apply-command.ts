import { randomUUID } from 'node:crypto'
import { type Act, applyAct, isActType, isFactType, needsOf, ruleOf } from '#shared/domain/act/acts.ts'
import { RowSet } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Need, Seen } from '#shared/domain/act/rule.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { oweKng } from '../kng/owed.ts'
import type { Acceptance, Outcome } from './acceptance.ts'
import { afterReissues } from './after-reissues.ts'
import { allWhole } from './blob-store.ts'
import { approvalDoubt, flagsOfClaim } from './claim-assessment.ts'
import { flagsOfHandOver } from './flags-of-hand-over.ts'
import { flagsOfTransfer } from './flags-of-transfer.ts'
import { flagsOfUndo } from './flags-of-undo.ts'
import { flagsOfPerson, followingAccounts } from './following-accounts.ts'
import { followingApplications } from './following-applications.ts'
import { followingClaims } from './following-claims.ts'
import { followingFilings } from './following-filings.ts'
import { incidentCopies } from './incident-copies.ts'
import { openCase } from './open-case.ts'
import { overrideHolds } from './override-holds.ts'
import { reachOf } from './reach.ts'
import { nameOf } from './read-row.ts'
import type { RowAccess } from './row-access.ts'
import { cardKey } from './row-keys.ts'
import type { ProvenCommand } from './verify-command.ts'

/** It happened in the world: never refused, whatever is wrong with it. What a kind that this server does not know means, nobody can say: it may have happened. */
export const isFact = ({ envelope: { type } }: ProvenCommand): boolean => !isActType(type) || isFactType(type)

/** The effects of one command, in the caller's transaction. */
export async function applyCommand(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  if (command.act !== null) return applyKnown(acceptance, command, command.act)
  const code = isActType(command.envelope.type) ? 'payload-unreadable' : 'unknown-type'
  if (!isFact(command)) return { kind: 'refused', code, caseId: null, moved: [] }
  const file = await openCase(acceptance, command, code)
  return { kind: 'conflict', code, caseId: file.id, moved: [file.scope] }
}

async function applyKnown(acceptance: Acceptance, command: ProvenCommand, act: Act): Promise<Outcome> {
  const rows = await loaded(acceptance.rows, needsOf(act))
  const before = cardsIn(rows)
  const left = placesOf(rows)
  const evidence = ruleOf(act).evidence?.(rows, act.payload) ?? []
  const { changed: made, verdict, code, caseId } = applyAct(act, rows, await seen(acceptance, command, act, rows))
  if (verdict === 'refused') return { kind: 'refused', code, caseId, moved: [] }
  if (!(await allWhole(acceptance.trx, evidence)))
    return { kind: 'refused', code: 'evidence-pending', caseId: null, moved: [] }
  const changed = await afterReissues(acceptance.rows, act, made)
  const following = await followingApplications(acceptance.rows, before, changed)
  const filings = await followingFilings(acceptance.rows, [...changed, ...following], acceptance.at)
  const claims = await followingClaims(acceptance, act, changed)
  const written = [...changed, ...following, ...filings, ...claims, ...(await incidentCopies(acceptance.trx, changed))]
  const placed = written.map(({ entity, id, row }) => ({ scope: row.scope, entity, id, row }))
  await acceptance.rows.write(placed)
  if (changed.length > 0) await followingAccounts(acceptance, act)
  await oweKng(acceptance.trx, act, changed, acceptance.at)
  const file = caseId === null && code !== null && isFact(command) ? await openCase(acceptance, command, code) : null
  const gone = changed.flatMap((change) => left.get(nameOf(change)) ?? [])
  const moved = [...written.map(({ row }) => row.scope), ...gone, ...(file ? [file.scope] : [])]
  return { kind: verdict, code, caseId: file?.id ?? caseId, moved: [...new Set(moved)] }
}

async function loaded(from: RowAccess, needs: readonly Need[]): Promise<RowSet> {
  const rows = new RowSet()
  const named = needs.filter((need): need is RowRef => 'id' in need)
  const keys = needs.flatMap((need) => ('aboutCard' in need ? [cardKey(need.aboutCard)] : []))
  for (const found of await from.named(named)) rows.put(found)
  for (const found of await from.byKeys(['handover', 'case'], keys)) rows.put(found)
  return rows
}

const cardsIn = (rows: RowSet): ReadonlyMap<string, Card> =>
  new Map(rows.all().flatMap(({ entity, row }) => (entity === 'card' ? [[row.id, row as Card] as const] : [])))

/** Where the rows were: the devices there hear of it, too, when one goes to another unit. */
const placesOf = (rows: RowSet): ReadonlyMap<string, string> =>
  new Map(rows.all().map((one) => [nameOf(one), one.row.scope]))

async function seen(acceptance: Acceptance, command: ProvenCommand, act: Act, rows: RowSet): Promise<Seen> {
  const { envelope } = command
  const { trx, terms, device, at, clockSkewSeconds } = acceptance
  const rule = ruleOf(act)
  const staffId = rule.staffId(act.payload)
  const done = rule.at(act.payload)
  const { roles, scope } = await reachOf(trx, device, act, envelope.scope, rows)
  // Only a time that is still to come proves a wrong clock here: an old one may simply have waited for the network.
  const ahead = Date.parse(done) - Date.parse(at) > clockSkewSeconds * 1000
  const doubt = await approvalDoubt(acceptance, act)
  return {
    scope,
    deviceId: device.deviceId,
    acceptedAt: at,
    permitted:
      envelope.staffId === staffId &&
      (await terms.allowed(staffId, roles, done)) &&
      (await overrideHolds(acceptance, act)),
    flags: [
      ...(ahead ? ['clock-skew'] : []),
      ...(doubt === null ? [] : [doubt]),
      ...flagsOfClaim(act, rows),
      ...(await flagsOfPerson(trx, act)),
      ...(await flagsOfTransfer(trx, act)),
      ...(await flagsOfUndo(acceptance, act, rows)),
      ...flagsOfHandOver(acceptance, act, rows),
    ],
    caseId: randomUUID(),
  }
}
