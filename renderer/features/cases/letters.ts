import type { CaseShown } from '#shared/contract/engine/cases.ts'

/** What the receipts of a case are called: A is the one that came to the centre first. */
export const letterAt = (at: number): string => String.fromCharCode(65 + at)

export const letterOf = ({ receipts }: Pick<CaseShown, 'receipts'>, handoverId: string): string =>
  letterAt(receipts.findIndex((one) => one.handoverId === handoverId))
