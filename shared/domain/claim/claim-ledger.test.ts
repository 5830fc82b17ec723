import { expect, test } from 'vitest'
import { claimLedger, ledgerPayments } from './claim-ledger.ts'
import { claimAfter, happened } from './testing/a-claim.ts'

const zone = 'Asia/Jakarta'
const toPayment = [
  happened.taken('clerk'),
  happened.checked('checker'),
  happened.approved('head'),
  happened.ordered('head'),
]
const paid = claimAfter(...toPayment, happened.paid('clerk'))
/** Paid on the last evening of November in UTC, which is December here. */
const lateAtNight = { ...happened.paid('clerk', 'paid-late'), at: '2026-11-30T17:30:00.000Z' }
const paidInDecember = claimAfter(...toPayment, lateAtNight)
const rejected = claimAfter(happened.taken('clerk'), happened.checked('checker'), happened.rejected('head'))
const twice = claimAfter(...toPayment, happened.paid('clerk'), happened.paid('other', 'paid-again', 60_000))
const line = {
  scope: '3578071004',
  cause: 'print-queue',
  paid: 0,
  rupiah: 0,
  rejected: 0,
  contested: 0,
  contestedRupiah: 0,
}

test('payments and rejections stand in the month in which they happened here, by kelurahan and cause', () => {
  const elsewhere = { ...paid, scope: '3578101003', cause: 'shipment' as const }
  expect(claimLedger([paid, paidInDecember, rejected, elsewhere], zone)).toEqual([
    { ...line, month: '2026-12', paid: 1, rupiah: 50_000 },
    { ...line, month: '2026-11', paid: 1, rupiah: 50_000, rejected: 1 },
    { ...line, month: '2026-11', scope: '3578101003', cause: 'shipment', paid: 1, rupiah: 50_000 },
  ])
})

test('money that left twice is in the ledger, apart from what stands', () => {
  expect(claimLedger([twice], zone)).toEqual([
    { ...line, month: '2026-11', paid: 1, rupiah: 50_000, contested: 1, contestedRupiah: 60_000 },
  ])
})

test('what is neither paid nor rejected is not in it', () => {
  expect(claimLedger([claimAfter(...toPayment)], zone)).toEqual([])
})

test('an auditor sees each payment with its kuitansi and the codes of who checked, approved and paid', () => {
  expect(ledgerPayments([twice], zone)).toEqual([
    {
      claimId: 'c-1',
      scope: '3578071004',
      cause: 'print-queue',
      day: '2026-11-26',
      receiptNumber: '0001/KWT/paid',
      amount: 50_000,
      method: 'cash',
      checkedBy: 'checker',
      approvedBy: 'head',
      paidBy: 'clerk',
      stands: true,
    },
    expect.objectContaining({ receiptNumber: '0001/KWT/paid-again', amount: 60_000, paidBy: 'other', stands: false }),
  ])
})
