import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { relationWord } from '#shared/domain/collector/relation-word.ts'
import type { Collector } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { memberById } from '../card/member-id.ts'
import { fail } from '../fail.ts'
import type { Secrets } from '../ports.ts'

type Shown = ParsedInputOf<'handover.record'>['collector']

/** Who stands at the counter, in full. Faults: collector-not-in-household, input-invalid {field} where a name is missing. */
export function collectorOf(
  secrets: Secrets,
  shown: Shown,
  card: Card,
  household: Household | null,
): Result<Collector, Fault> {
  const { kind, proxyLetter } = shown
  const relation = shown.relation || relationWord(kind, null)
  if (kind === 'self') return ok({ kind, name: card.ownerName, nik: card.ownerNik, relation, proxyLetter })
  if (shown.memberId === null) {
    if (shown.name === '') return fail('input-invalid', { field: 'collector.name' })
    return ok({ kind, name: shown.name, nik: shown.nik, relation, proxyLetter })
  }
  const member = memberById(secrets, household, shown.memberId)
  if (!member) return fail('collector-not-in-household')
  const word = shown.relation || relationWord(kind, member.relation)
  return ok({ kind, name: member.name, nik: member.nik, relation: word, proxyLetter })
}
