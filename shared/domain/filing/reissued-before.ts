import type { Filing, Kitir } from './filing.ts'

/**
 * An application may come after an e-Kitir that was made anew for it: where the centre was put back, and the desk that filed it sends it once more. Both rows are
 * made by the application; what they become is what they would be had it come first. `kitirs`: all that are known of it.
 */
export function kitirAfterReissues(first: Kitir, kitirs: readonly Kitir[]): Kitir {
  const next = kitirs.filter(({ replaces }) => replaces === first.number)
  if (next.length === 0) return first
  return { ...first, state: 'replaced', acts: [...(first.acts ?? []), ...next.flatMap(madeBy)] }
}

export function filingAfterReissues(filing: Filing, kitirs: readonly Kitir[]): Filing {
  const made = kitirs.filter(({ replaces }) => replaces !== null).sort((a, b) => (a.at < b.at ? -1 : 1))
  const latest = made.at(-1)
  if (!latest) return filing
  return { ...filing, kitirNumber: latest.number, acts: [...(filing.acts ?? []), ...made.flatMap(madeBy)] }
}

/** The act that made it, which is the first that its row lists. */
const madeBy = ({ acts = [] }: Kitir) => acts.slice(0, 1)
