import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { claimCaseRow } from '#shared/contract/sync/claims.ts'
import type { ClaimFlag } from '#shared/domain/claim/claim.ts'
import { claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import type { ReadDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'

type ExceptionRow = OutputOf<'sync.overview'>['exceptions'][number]

/** Two said different things: it is a conflict; anything else is something to look at. */
const contested: ReadonlySet<ClaimFlag> = new Set(['paid-twice', 'taken-twice', 'second-decision'])

const openCases = `SELECT t.id AS id, t.about AS applicationId, coalesce(t.projected, r.row) AS row, a.row AS application
  FROM thing t
  LEFT JOIN replica r ON r.entity = t.entity AND r.id = t.id
  LEFT JOIN replica a ON a.entity = 'application' AND a.id = t.about
  WHERE t.entity = 'claim-case' AND t.state = 'open' ORDER BY t.at DESC LIMIT 200`

/** Open cases of claims for compensation, whichever desk they came from: each leads to its claim. */
export async function openClaimCases(db: ReadDb): Promise<ExceptionRow[]> {
  const found = await rows<{ id: string; applicationId: string; row: string | null; application: string | null }>(
    db,
    openCases,
  )
  return found.map(({ id, applicationId, row, application }) => {
    const reasons = claimCaseRow.safeParse(JSON.parse(row ?? 'null')).data?.reasons ?? []
    const first = reasons.find((reason) => contested.has(reason))
    return {
      ...{ id, kind: first ? 'conflict' : 'attention', code: first ?? reasons[0] ?? 'not-permitted', seq: null },
      ...{ cardId: null, handoverId: null, cardKind: null, actType: null, details: {}, caseId: null },
      ownerName: applicantIn(application),
      claimId: claimIdOf(applicationId),
      next: 'open-claim',
    }
  })
}

export async function openClaimCaseIds(db: ReadDb): Promise<string[]> {
  const found = await rows<{ id: string }>(db, "SELECT id FROM thing WHERE entity = 'claim-case' AND state = 'open'")
  return found.map(({ id }) => id)
}

/** An exception of an act about a claim: its subject is the claim, not a card. A refused one asks only to be read. */
export async function withClaim(db: ReadDb, exception: ExceptionRow): Promise<ExceptionRow> {
  const claimId = exception.cardId
  if (claimId === null || !exception.actType?.startsWith('claim.')) return exception
  const [found] = await rows<{ row: string }>(
    db,
    `SELECT a.row AS row FROM thing t JOIN replica a ON a.entity = 'application' AND a.id = t.about
      WHERE t.entity = 'claim' AND t.id = ?`,
    claimId,
  )
  const next = exception.kind === 'refused' ? 'understood' : 'open-claim'
  return { ...exception, cardId: null, ownerName: applicantIn(found?.row ?? null), claimId, next }
}

/** A conflict of a claim whose case was settled since needs nobody any more. */
export async function isSettledClaim(db: ReadDb, id: string): Promise<boolean> {
  const [found] = await rows<{ state: string }>(
    db,
    "SELECT state FROM thing WHERE entity = 'claim-case' AND id = ?",
    id,
  )
  return found?.state === 'settled'
}

function applicantIn(row: string | null): string | null {
  const parsed: unknown = JSON.parse(row ?? 'null')
  const name: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'applicantName') : null
  return typeof name === 'string' ? name : null
}
