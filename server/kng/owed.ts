import type { Act } from '#shared/domain/act/acts.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { FiledContent, Filing } from '#shared/domain/filing/filing.ts'
import type { QuestionAnswered } from '#shared/domain/question/question.ts'
import type { Db } from '../database/open-database.ts'
import type { Renamed, Repair, Result, Submission, UnitAnswer, Withdrawal } from './kng-messages.ts'

/** What the centre owes to KNG, or still has to fetch from it. */
export type Owed =
  | { readonly kind: 'submit'; readonly content: Submission }
  | { readonly kind: 'document'; readonly content: { readonly sha256: string } }
  | { readonly kind: 'repair'; readonly content: Repair }
  | { readonly kind: 'withdraw'; readonly content: Withdrawal }
  | { readonly kind: 'kitir'; readonly content: Renamed }
  | { readonly kind: 'answer'; readonly content: UnitAnswer }
  | { readonly kind: 'result'; readonly content: Result }

interface About {
  readonly scope: string
  readonly filingId: string
}

type OwedLine = Owed & { readonly id: string }

/** Written in the transaction of the act: KNG is owed what happened, neither more nor less. `changed`: what the act made; nothing where it is known already. */
export async function oweKng(trx: Db, act: Act, changed: readonly RowChange[], at: string): Promise<void> {
  const filing = changed.flatMap(({ entity, row }) => (entity === 'filing' ? [row as Filing] : []))[0]
  const kitir = changed.find(({ entity }) => entity === 'kitir')
  if (act.type === 'ekitir.reissue' && kitir)
    return owe(trx, { scope: kitir.row.scope, filingId: act.payload.applicationId }, owedBy(act, filing), at)
  const question = changed.find(({ entity }) => entity === 'question')
  if (act.type === 'question.answer' && question)
    return owe(trx, { scope: question.row.scope, filingId: question.id }, answerBy(act.payload, question.row.scope), at)
  if (filing) await owe(trx, { scope: filing.scope, filingId: filing.id }, owedBy(act, filing), at)
}

function owedBy(act: Act, filing: Filing | undefined): readonly OwedLine[] {
  switch (act.type) {
    case 'application.file':
      if (!filing) return []
      return [
        { id: `submit:${filing.id}`, kind: 'submit', content: submissionOf(filing, act.payload.kitir) },
        ...documentsOf(filing.id, act.payload),
      ]
    case 'application.repair': {
      const { repairId, applicationId, at, note, people, answers, requirements } = act.payload
      const content = { repairId, at, note, people, answers, requirements: withHashes(requirements) } as Repair
      return [
        { id: `repair:${applicationId}:${repairId}`, kind: 'repair', content },
        ...documentsOf(applicationId, act.payload),
      ]
    }
    case 'application.withdraw': {
      const { withdrawId, applicationId, at, reason } = act.payload
      return [{ id: `withdraw:${applicationId}:${withdrawId}`, kind: 'withdraw', content: { withdrawId, at, reason } }]
    }
    case 'ekitir.reissue': {
      const { reissueId, applicationId, kitir, replacesNumber: replaces } = act.payload
      const { kitirId, number, code, pinVerifier } = kitir
      return [
        {
          id: `kitir:${applicationId}:${reissueId}`,
          kind: 'kitir',
          content: { kitirId, number, code, pinVerifier, replaces },
        },
      ]
    }
    default:
      return []
  }
}

const answerBy = (
  { questionId, messageId, at, text, staffName }: QuestionAnswered,
  unit: string,
): readonly OwedLine[] => [
  { id: `answer:${questionId}:${messageId}`, kind: 'answer', content: { messageId, at, text, unit, staffName } },
]

/** As KNG is told of it. */
export function submissionOf(filing: Filing, kitir: Submission['kitir']): Submission {
  const { id: ref, scope: unit, at: filedAt, staffCode, deviceCode } = filing
  const { channel, service, serviceName, catalogueVersion, collectionUnit } = filing
  const { applicantName, applicantNik, subjectName, subjectNik, family } = filing
  return {
    ...{ ref, unit, collectionUnit, filedAt, filedBy: { staffCode, deviceCode } },
    ...{ channel, service, serviceName, catalogueVersion },
    ...{ applicantName, applicantNik, subjectName, subjectNik, family },
    ...{ people: filing.people, answers: filing.answers, requirements: withHashes(filing.requirements) },
    kitir: { number: kitir.number, code: kitir.code, pinVerifier: kitir.pinVerifier },
  } as Submission
}

const withHashes = (requirements: FiledContent['requirements']) =>
  Object.fromEntries(
    Object.entries(requirements).map(([id, { how, documents }]) => [id, { how, documents: [...documents] }]),
  )

/** Each document once, however often it is named. */
const documentsOf = (filingId: string, { requirements }: Pick<FiledContent, 'requirements'>): readonly OwedLine[] =>
  [...new Set(Object.values(requirements).flatMap(({ documents }) => documents))].map((sha256) => ({
    id: `document:${filingId}:${sha256}`,
    kind: 'document',
    content: { sha256 },
  }))

/** What is owed already is not owed twice. Under the lock of the scope. */
export async function owe(trx: Db, { scope, filingId }: About, lines: readonly OwedLine[], at: string): Promise<void> {
  if (lines.length === 0) return
  const last = await trx
    .selectFrom('kng_outbox')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('scope', '=', scope)
    .where('filing_id', '=', filingId)
    .executeTakeFirst()
  const first = (last?.position ?? 0) + 1
  const rows = lines.map(({ id, kind, content }, index) => ({
    ...{ scope, id, filing_id: filingId, position: first + index, kind, content: JSON.stringify(content) },
    ...{ state: 'waiting' as const, made_at: at, next_at: at, tries: 0 },
  }))
  await trx
    .insertInto('kng_outbox')
    .values(rows)
    .onConflict((clash) => clash.columns(['scope', 'id']).doNothing())
    .execute()
}
