import { calendarDay } from '../calendar/calendar-day.ts'
import type { CalendarDay } from '../time.ts'
import type { Claim, ClaimHappening } from './claim.ts'
import type { LateCause } from './late-cause.ts'

/** One line of the compensation ledger (register kompensasi): a month, a kelurahan, a cause. Rupiah are whole. */
export interface LedgerLine {
  /** `2026-11`, local: of the payment that stands, or of the rejection. */
  readonly month: string
  readonly scope: string
  readonly cause: LateCause
  /** Claims that were paid. */
  readonly paid: number
  readonly rupiah: number
  /** Claims that were rejected. */
  readonly rejected: number
  /** Payments beside the one that stands: money that left twice. */
  readonly contested: number
  readonly contestedRupiah: number
}

/** One payment, as an auditor follows it from the kuitansi: nothing in it is about the citizen. */
export interface LedgerPayment {
  readonly claimId: string
  readonly scope: string
  readonly cause: LateCause
  readonly day: CalendarDay
  readonly receiptNumber: string
  /** Whole rupiah. */
  readonly amount: number
  readonly method: 'cash' | 'transfer'
  /** Codes of who checked, approved and paid; empty where nobody did. */
  readonly checkedBy: string
  readonly approvedBy: string
  readonly paidBy: string
  /** False: it is contested, another payment of the claim stands. */
  readonly stands: boolean
}

type Paid = ClaimHappening & { readonly kind: 'paid' }

/** Lines by month (newest first), kelurahan and cause. Pure. Throws RangeError on a zone that does not exist. */
export function claimLedger(claims: readonly Claim[], zone: string): readonly LedgerLine[] {
  const lines = new Map<string, LedgerLine>()
  const add = (month: string, { scope, cause }: Claim, more: Partial<LedgerLine>) => {
    const of = { month, scope, cause: cause ?? 'other' }
    const key = `${month} ${scope} ${of.cause}`
    lines.set(key, sum(lines.get(key) ?? { ...of, ...nothing }, more))
  }
  for (const claim of claims) {
    for (const payment of paymentsOf(claim)) add(monthOf(payment.at, zone), claim, amountsOf(claim, payment))
    const rejected = claim.state === 'rejected' ? claim.happenings.findLast(({ kind }) => kind === 'rejected') : null
    if (rejected) add(monthOf(rejected.at, zone), claim, { rejected: 1 })
  }
  return [...lines.values()].sort(inOrder)
}

/** Every payment there was, newest first. Pure. */
export function ledgerPayments(claims: readonly Claim[], zone: string): readonly LedgerPayment[] {
  return claims
    .flatMap((claim) => paymentsOf(claim).map((payment) => paymentLine(claim, payment, zone)))
    .sort((a, b) => (a.day === b.day ? (a.receiptNumber < b.receiptNumber ? -1 : 1) : a.day < b.day ? 1 : -1))
}

const paymentsOf = ({ happenings }: Claim) => happenings.filter((one): one is Paid => one.kind === 'paid')
const monthOf = (at: string, zone: string) => calendarDay(at, zone).slice(0, 7)
const nothing = { paid: 0, rupiah: 0, rejected: 0, contested: 0, contestedRupiah: 0 }

const amountsOf = ({ paymentId }: Claim, { id, amount }: Paid): Partial<LedgerLine> =>
  id === paymentId ? { paid: 1, rupiah: amount } : { contested: 1, contestedRupiah: amount }

const sum = (line: LedgerLine, more: Partial<LedgerLine>): LedgerLine => ({
  ...line,
  paid: line.paid + (more.paid ?? 0),
  rupiah: line.rupiah + (more.rupiah ?? 0),
  rejected: line.rejected + (more.rejected ?? 0),
  contested: line.contested + (more.contested ?? 0),
  contestedRupiah: line.contestedRupiah + (more.contestedRupiah ?? 0),
})

const inOrder = (a: LedgerLine, b: LedgerLine) => {
  if (a.month !== b.month) return a.month < b.month ? 1 : -1
  return `${a.scope} ${a.cause}` < `${b.scope} ${b.cause}` ? -1 : 1
}

function paymentLine(claim: Claim, payment: Paid, zone: string): LedgerPayment {
  const codeOf = (staffId: string | null) => claim.happenings.find((one) => one.staffId === staffId)?.staffCode ?? ''
  return {
    claimId: claim.id,
    scope: claim.scope,
    cause: claim.cause ?? 'other',
    day: calendarDay(payment.at, zone),
    receiptNumber: payment.receiptNumber,
    amount: payment.amount,
    method: payment.method,
    checkedBy: codeOf(claim.checkedBy),
    approvedBy: codeOf(claim.decidedBy),
    paidBy: payment.staffCode,
    stands: payment.id === claim.paymentId,
  }
}
