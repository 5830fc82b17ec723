import { type Act, ruleOf, subjectsOf } from '#shared/domain/act/acts.ts'
import type { AuditKind } from '#shared/domain/audit/audit-kinds.ts'
import type { WriteSet } from '../stores.ts'

export interface RecordedBy {
  readonly staffId: string
  /** Where the act belongs: of the card, or of the unit. */
  readonly scope: string
  /** Id of the card or thing that it is mainly about. */
  readonly subject: string
  /** `subject` of the audit entry where it is another one. */
  readonly audit: { readonly kind: AuditKind; readonly subject?: string }
}

/** What every act of a person leaves, in the caller's transaction: the sealed command, the audit entry that names its hash, and what the screens show. */
export async function recordAct(
  tx: Pick<WriteSet, 'outbox' | 'audit' | 'shown'>,
  act: Act,
  { staffId, scope, subject, audit }: RecordedBy,
): Promise<{ readonly commandId: string; readonly hash: string }> {
  const at = ruleOf(act).at(act.payload)
  const refs = subjectsOf(act)
  const { commandId, hash } = await tx.outbox.append({ ...act, scope, subject, staffId, at, about: refs })
  await tx.audit.append({ kind: audit.kind, subject: audit.subject ?? subject, staffId, at, commandHash: hash })
  await tx.shown.refresh(refs)
  return { commandId, hash }
}
