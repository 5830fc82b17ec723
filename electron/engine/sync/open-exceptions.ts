import type { z } from 'zod'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { caseRow, handoverRow } from '#shared/contract/sync/rows.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import type { ReadDb } from '../database/handles.ts'
import { isSettledClaim, openClaimCaseIds, openClaimCases, withClaim } from './claim-exceptions.ts'

type ExceptionRow = OutputOf<'sync.overview'>['exceptions'][number]

interface OpenCase {
  readonly id: string
  readonly cardId: string | null
  readonly kind: string
}

/** What waits for a person: exceptions of this device, and open cases of the unit, whichever desk they came from. One line per case. */
export async function openExceptions(db: ReadDb): Promise<ExceptionRow[]> {
  const own = await ownExceptions(db)
  const named = new Set(own.map(({ id }) => id))
  const cases = (await openCases(db)).filter(({ id }) => !named.has(id))
  const claims = (await openClaimCases(db)).filter(({ id }) => !named.has(id))
  const rows = [...own.map(fromOwn), ...cases.map(fromCase)]
  const shown = await Promise.all(rows.map(async (row) => withCard(db, await withClaim(db, row))))
  return [...shown, ...claims]
}

export async function countExceptions(db: ReadDb): Promise<number> {
  const own = new Set((await ownExceptions(db)).map(({ id }) => id))
  for (const { id } of await openCases(db)) own.add(id)
  for (const id of await openClaimCaseIds(db)) own.add(id)
  return own.size
}

/** A conflict whose case was settled since needs nobody any more. */
async function ownExceptions(db: ReadDb) {
  const found = await db
    .selectFrom('sync_exception as e')
    .leftJoin('case_file as c', 'c.id', 'e.id')
    .selectAll('e')
    .select('c.id as case_id')
    .where('e.acknowledged_at', 'is', null)
    .where((where) => where.or([where('c.state', 'is', null), where('c.state', '<>', 'settled')]))
    .orderBy('e.raised_at', 'desc')
    .limit(200)
    .execute()
  const settled = await Promise.all(found.map(({ id }) => isSettledClaim(db, id)))
  return found.filter((_, at) => !settled[at])
}

async function openCases(db: ReadDb): Promise<OpenCase[]> {
  const files = await db
    .selectFrom('case_file as c')
    .leftJoin('replica as r', (join) => join.onRef('r.id', '=', 'c.id').on('r.entity', '=', 'case'))
    .select(['c.id as id', 'c.card_id as cardId', 'c.projected as projected', 'r.row as row'])
    .where('c.state', '=', 'open')
    .where('r.row', 'is not', null)
    .limit(200)
    .execute()
  return files.map(({ id, cardId, projected, row }) => ({
    id,
    cardId: cardId || null,
    kind: readRow(caseRow, projected ?? row)?.kind ?? '',
  }))
}

const fromOwn = (own: Awaited<ReturnType<typeof ownExceptions>>[number]): ExceptionRow => ({
  id: own.id,
  kind: own.kind,
  code: own.code,
  seq: own.seq,
  cardId: own.card_id,
  handoverId: own.handover_id,
  cardKind: null,
  ownerName: null,
  actType: own.act_type,
  details: detailsIn(own),
  caseId: caseOf(own),
  claimId: null,
  next: nextOf(own),
})

const codeOfCase: Readonly<Record<string, string>> = {
  'double-hand-over': 'already-handed-over',
  'count-difference': 'count-difference',
  'flagged-movement': 'flagged-movement',
  'flagged-fact': 'flagged-fact',
}

const fromCase = ({ id, cardId, kind }: OpenCase): ExceptionRow => ({
  id,
  kind: kind === 'double-hand-over' ? 'conflict' : 'attention',
  code: codeOfCase[kind] ?? 'flagged-hand-over',
  seq: null,
  cardId,
  handoverId: null,
  cardKind: null,
  ownerName: null,
  actType: null,
  details: {},
  caseId: id,
  claimId: null,
  next: 'open-case',
})

type Own = Awaited<ReturnType<typeof ownExceptions>>[number]

const detailsIn = ({ details }: Own) => JSON.parse(details) as Record<string, string>

/** The case that it is itself, or that a refused decision was about. */
const caseOf = (own: Own): string | null =>
  own.case_id ?? (own.kind === 'refused' ? detailsIn(own).caseId : null) ?? null

/** A conflict whose case has not come yet, or that opened none, is for a supervisor. */
function nextOf(own: Own): ExceptionRow['next'] {
  if (caseOf(own) !== null) return 'open-case'
  return own.kind === 'attention' || own.kind === 'refused' ? 'understood' : 'call-supervisor'
}

/** Adds whose card it is, and time and place of the facts about it. */
async function withCard(db: ReadDb, exception: ExceptionRow): Promise<ExceptionRow> {
  if (exception.cardId === null) return exception
  const card = await db
    .selectFrom('card')
    .select(['kind', 'owner_name'])
    .where('id', '=', exception.cardId)
    .executeTakeFirst()
  const facts =
    exception.kind === 'conflict' || exception.code === 'flagged-hand-over' ? await factsOf(db, exception.cardId) : []
  return {
    ...exception,
    cardKind: card?.kind === 'kia' ? 'kia' : card ? 'ktp-el' : null,
    ownerName: card?.owner_name ?? null,
    handoverId: exception.handoverId ?? facts.at(-1)?.handoverId ?? null,
    details: { ...exception.details, ...detailsOf(facts) },
  }
}

/** Every hand-over of the card that is known here, the one that stands first. */
async function factsOf(db: ReadDb, cardId: string): Promise<Handover[]> {
  const known = await db
    .selectFrom('handover as h')
    .leftJoin('replica as r', (join) => join.onRef('r.id', '=', 'h.id').on('r.entity', '=', 'handover'))
    .select(['h.projected as projected', 'r.row as row'])
    .where('h.card_id', '=', cardId)
    .execute()
  const facts = known
    .map(({ projected, row }) => readRow(handoverRow, projected ?? row))
    .filter((fact) => fact !== null)
  const order = (fact: Handover) => `${fact.standing === 'stands' ? 0 : 1}${fact.acceptedAt ?? fact.at}`
  return facts.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

function detailsOf([first, second]: readonly Handover[]): Record<string, string> {
  const told = (name: 'first' | 'second', fact: Handover | undefined) =>
    fact
      ? {
          [`${name}At`]: fact.at,
          [`${name}Receipt`]: fact.receiptNumber,
          [`${name}Staff`]: fact.staffName,
          [`${name}Device`]: fact.deviceCode,
        }
      : {}
  return { ...told('first', first), ...told('second', second) }
}

/** Null for a row that this version of the program cannot read. */
function readRow<S extends z.ZodType>(schema: S, text: string | null): z.output<S> | null {
  const parsed = schema.safeParse(text === null ? null : JSON.parse(text))
  return parsed.success ? parsed.data : null
}
