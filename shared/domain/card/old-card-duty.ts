import { assertNever } from '../result.ts'
import type { IssueReason } from './card.ts'

/** What must happen to the old card when the new one is given out. */
export type OldCardDuty = 'none' | 'withdraw' | 'police-letter'

/** Damaged, changed or moved: taken back. Lost: the police letter (surat kehilangan) instead. First card: nothing. */
export function oldCardDuty(reason: IssueReason): OldCardDuty {
  switch (reason) {
    case 'damaged':
    case 'data-change':
    case 'moved-in':
      return 'withdraw'
    case 'lost':
      return 'police-letter'
    case 'new':
    case 'age-17':
      return 'none'
    default:
      return assertNever(reason)
  }
}
