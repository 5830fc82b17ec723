import type { Act } from '../../act/acts.ts'
import { claimDecideAct, claimNoteAct, type WhatDecided, type WhatNoted } from '../claim-acts.ts'
import { eligible } from './a-claim.ts'

export const applicationId = 'a-1'
const signature = '0'.repeat(64)

const of = (id: string, staffId: string, deviceCode: string) => ({
  id,
  applicationId,
  by: { at: '2026-11-26T03:00:00.000Z', staffId, staffName: staffId, staffCode: staffId, deviceCode },
})

/** What may be done with a claim, as somebody's act on some device; each id is another act. */
export const what = {
  take: { kind: 'taken', claimant: { name: 'Dewi', relation: 'self' }, complaintId: null },
  check: { kind: 'checked', assessment: eligible, cause: 'print-queue' },
  approve: { kind: 'approved', amount: 50_000, reason: null },
  reject: { kind: 'rejected', reason: 'tidak terlambat' },
  order: { kind: 'payment-ordered' },
  pay: { kind: 'paid', amount: 50_000, method: 'cash', receiptNumber: '0001/KWT', signature },
  stand: { kind: 'case-settled', outcome: 'stands', reason: 'sudah diperiksa' },
  anew: { kind: 'case-settled', outcome: 'check-anew', reason: 'periksa lagi' },
} as const satisfies Record<string, WhatNoted | WhatDecided>

export type Wish = keyof typeof what

export function aClaimAct(wish: Wish, id: string, staffId: string, deviceCode = '02'): Act {
  const wanted: WhatNoted | WhatDecided = what[wish]
  switch (wanted.kind) {
    case 'taken':
    case 'checked':
    case 'paid':
      return claimNoteAct(of(id, staffId, deviceCode), wanted)
    default:
      return claimDecideAct(of(id, staffId, deviceCode), wanted)
  }
}
