import type { RowChange, RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { RowRef } from '../act/row-types.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type {
  ApplicationFiled,
  ApplicationRepaired,
  ApplicationWithdrawn,
  Filing,
  FilingStep,
  IssuedKitir,
  Kitir,
  KitirReissued,
} from './filing.ts'
import { isClosed } from './filing-status.ts'
import { namesAfterRepair } from './names-after-repair.ts'
import { stepped } from './step.ts'

/** Somebody filed an application. Nothing can contradict that. */
export const fileApplicationRule: Rule<ApplicationFiled> = {
  kind: 'fact',
  id: ({ applicationId }) => applicationId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ applicationId, kitir }) => [filingOf(applicationId), kitirOf(kitir.kitirId)],
  apply: (rows, fact, seen): Outcome =>
    written(
      [
        rows.get('filing', fact.applicationId) ? null : changeOf('filing', filed(fact, seen)),
        rows.get('kitir', fact.kitir.kitirId) ? null : changeOf('kitir', firstKitir(fact, seen)),
      ],
      seen,
    ),
}

/** It was put right and sent again. Where it had gone on meanwhile, what was said is kept and its course is not turned back. */
export const repairApplicationRule: Rule<ApplicationRepaired> = {
  kind: 'fact',
  id: ({ repairId }) => repairId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ applicationId }) => [filingOf(applicationId)],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.applicationId, fact.repairId, seen, (filing) => {
      const { people, answers, requirements, doubts } = fact
      const names = namesAfterRepair(filing, { people, answers })
      const said = { ...filing, ...names, people, answers, requirements, doubts: [...filing.doubts, ...doubts] }
      const step = counterStep(fact.repairId, filing.status === 'PERBAIKAN' ? 'DIAJUKAN' : filing.status, fact)
      return stepped(said, { ...step, note: fact.note === '' ? null : fact.note })
    }),
}

/** The citizen took it back. What was finished before stays finished. */
export const withdrawApplicationRule: Rule<ApplicationWithdrawn> = {
  kind: 'fact',
  id: ({ withdrawId }) => withdrawId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ applicationId }) => [filingOf(applicationId)],
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.applicationId, fact.withdrawId, seen, (filing) => {
      const status = isClosed(filing.status) ? filing.status : 'DIBATALKAN'
      return stepped(filing, { ...counterStep(fact.withdrawId, status, fact), note: fact.reason })
    }),
}

/** Another e-Kitir for the same application: the one before it opens nothing any more. Two made at once at two desks both hold. */
export const reissueKitirRule: Rule<KitirReissued> = {
  kind: 'fact',
  id: ({ reissueId }) => reissueId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ applicationId, kitir, replacesKitirId }) => [
    kitirOf(kitir.kitirId),
    filingOf(applicationId),
    ...(replacesKitirId === null ? [] : [kitirOf(replacesKitirId)]),
  ],
  apply: (rows, fact, seen): Outcome => {
    const [filing, before] = [rows.get('filing', fact.applicationId), replacedBy(rows, fact)]
    const made = rows.get('kitir', fact.kitir.kitirId)
    return written(
      [
        made ? null : changeOf('kitir', nextKitir(fact, filing, seen)),
        before && changeOf('kitir', { ...before, state: 'replaced' as const }),
        filing && !traced(filing, fact.reissueId) && changeOf('filing', { ...filing, kitirNumber: fact.kitir.number }),
      ],
      seen,
    )
  },
}

const filingOf = (id: string): RowRef => ({ entity: 'filing', id })
const kitirOf = (id: string): RowRef => ({ entity: 'kitir', id })
const changeOf = (entity: 'filing' | 'kitir', row: Filing | Kitir): RowChange => ({ entity, id: row.id, row })

const replacedBy = (rows: RowSet, { replacesKitirId }: KitirReissued): Kitir | null =>
  replacesKitirId === null ? null : rows.get('kitir', replacesKitirId)

const counterStep = (stepId: string, status: Filing['status'], { at }: { at: string }): FilingStep => ({
  ...{ stepId, status, at },
  note: null,
  by: 'counter',
})

function filed({ applicationId, kitir, ...fact }: ApplicationFiled, seen: Seen): Filing {
  return {
    ...fact,
    id: applicationId,
    scope: seen.scope,
    kitirNumber: kitir.number,
    kngNumber: null,
    acceptedAt: seen.acceptedAt,
    status: 'DIAJUKAN',
    steps: [counterStep(applicationId, 'DIAJUKAN', fact)],
    results: [],
    flags: seen.permitted ? [] : ['not-permitted'],
  }
}

const kitirFrom = ({ kitirId, number, code, pinVerifier }: IssuedKitir) => ({
  ...{ id: kitirId, number, code, pinVerifier },
  state: 'valid' as const,
})

const firstKitir = (fact: ApplicationFiled, { scope }: Seen): Kitir => ({
  ...doneBy(fact),
  ...kitirFrom(fact.kitir),
  ...{ scope, applicationId: fact.applicationId, ownerName: fact.subjectName },
  ...{ replaces: null, reason: null },
})

const nextKitir = (fact: KitirReissued, filing: Filing | null, { scope }: Seen): Kitir => ({
  ...doneBy(fact),
  ...kitirFrom(fact.kitir),
  ...{ scope: filing?.scope ?? scope, applicationId: fact.applicationId, ownerName: fact.ownerName },
  ...{ replaces: fact.replacesNumber, reason: fact.reason },
})

function following(
  rows: RowSet,
  applicationId: string,
  actId: string,
  seen: Seen,
  after: (filing: Filing) => Filing,
): Outcome {
  const filing = rows.get('filing', applicationId)
  if (filing === null) return { changed: [], verdict: 'conflict', code: 'filing-unknown', caseId: null }
  if (traced(filing, actId)) return written([], seen)
  const row = after(filing)
  return written([changeOf('filing', seen.permitted ? row : { ...row, flags: ['not-permitted'] })], seen)
}

function written(changes: readonly (RowChange | null | false)[], { permitted }: Seen): Outcome {
  const changed = changes.filter((one): one is RowChange => one !== null && one !== false)
  return { changed, verdict: 'applied', code: permitted ? null : 'not-permitted', caseId: null }
}
