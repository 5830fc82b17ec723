import type { CardKind } from '#shared/domain/card/card.ts'
import type { Claim, ClaimHappening } from '#shared/domain/claim/claim.ts'
import { standingTaking } from '#shared/domain/claim/claim-people.ts'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import { fail } from '../fail.ts'
import { paperBaseOf, penParty, staffParty } from '../paper/paper-base-of.ts'
import type { PaperBuilder } from '../paper/paper-builder.ts'
import type { ReadSet } from '../stores.ts'
import { findClaim } from './claim-at-hand.ts'

/** Kuitansi of one payment, unless told otherwise of the one that stands. Faults: claim-unknown, paper-unknown where nothing was paid. */
export const compensationReceipt: PaperBuilder<'compensation-receipt'> = async (db, { id, copy, paymentId }) => {
  const found = await findClaim(db, id)
  if (!found.ok) return found
  const { claim, application } = found.value
  const { happenings, decidedBy, scope } = claim.row
  const paid = happenings.find((one) => one.id === (paymentId ?? claim.row.paymentId))
  if (paid?.kind !== 'paid') return fail('paper-unknown')
  const approved = happenings.findLast(({ kind, staffId }) => kind === 'approved' && staffId === decidedBy)
  const base = await paperBaseOf(db, scope, paid.at)
  const { city } = await db.settings.region()
  return ok({
    ...base,
    kind: 'compensation-receipt',
    number: paid.receiptNumber,
    copy,
    payerOffice: `Dinas Kependudukan dan Pencatatan Sipil ${city}`,
    amount: paid.amount,
    method: paid.method,
    kitirNumber: application.kitirNumber,
    cardKind: cardKindOf(application.service),
    applicantName: application.applicantName,
    dueAt: dueAtOf(claim.row) ?? application.dueAt ?? paid.at,
    fulfilledAt: application.fulfilledAt,
    recipient: await recipientOf(db, claim.row, paid.signature),
    payer: await staffParty(db, { name: paid.staffName, code: paid.staffCode }, paperPositions.registrar, null),
    acknowledged: approved ? await approver(db, approved) : penParty(paperPositions.supervisor),
  })
}

/** As the check found it: an incident that was registered since does not change what was paid for. */
function dueAtOf({ assessment }: Claim): Instant | null {
  const dueAt = assessment?.reasons.find(({ code }) => code === 'late')?.values.dueAt
  return typeof dueAt === 'string' ? dueAt : null
}

const cardKindOf = (service: string): CardKind | null =>
  service.startsWith('KIA') ? 'kia' : service.startsWith('KTP') ? 'ktp-el' : null

async function recipientOf(db: ReadSet, claim: Claim, signature: string | null): Promise<PaperParty> {
  const name = standingTaking(claim)?.claimant.name ?? null
  return { name, position: '', code: null, signature: signature === null ? null : await db.blobs.get(signature) }
}

const approver = (db: ReadSet, { staffName: name, staffCode: code }: ClaimHappening) =>
  staffParty(db, { name, code }, paperPositions.supervisor, null)
