import type { Instant } from '../time.ts'

/** By time, and by id where two laptops did something at once: the same order everywhere. */
export const inOrder = <T extends { readonly at: Instant }>(
  facts: readonly T[],
  idOf: (fact: T) => string,
): readonly T[] => [...facts].sort((a, b) => (a.at === b.at ? (idOf(a) < idOf(b) ? -1 : 1) : a.at < b.at ? -1 : 1))
