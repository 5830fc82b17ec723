import type { HandoverFact } from './handover.ts'

/**
 * Number of the list on which the owner signs by pen (daftar tanda terima); null where the signature that is kept is the collector's own. Of a list
 * only who is in charge signs on the pad: that signature never stands for an owner who came in person.
 */
export const signedOnList = ({ list, collector }: Pick<HandoverFact, 'list' | 'collector'>): string | null =>
  list && collector.kind === 'self' ? list.number : null
