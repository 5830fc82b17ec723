import type { EnrolmentSlip } from '../enrolment/enrolment-slip.ts'
import type { Instant } from '../time.ts'
import type { PaperBase } from './paper-base.ts'

/** Slip aktivasi komputer: what is scanned or typed at a new computer. */
export interface EnrolmentSlipPaper extends PaperBase {
  readonly kind: 'enrolment-slip'
  readonly slip: EnrolmentSlip
  /** The unit that the computer will belong to. */
  readonly unitName: string
  readonly expiresAt: Instant
}
