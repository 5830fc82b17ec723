export type NameTrouble =
  | 'name-short'
  | 'name-digits'
  | 'name-signs'
  | 'name-one-word'
  | 'name-long'
  | 'name-abbreviated'

/** Permendagri 73/2022, for names that are given now. */
const mostLetters = 60
/** Shortened first names that records are full of; some surnames have no vowel, too (Ng), so no rule finds them. */
const abbreviations = new Set(['abd', 'm', 'mhd', 'moch', 'moh', 'muh', 'muhd', 'md', 'st'])

/**
 * What is unusual in a name. `given`: it is given now, to a child, and the rule for new names holds: two words, at most 60 letters, neither
 * digits nor signs nor abbreviations. Names of old records have all of these.
 */
export function nameTroubles(name: string, given: boolean): readonly NameTrouble[] {
  const tidy = name.trim().replaceAll(/\s+/g, ' ')
  const words = tidy.split(' ')
  const troubles: [NameTrouble, boolean][] = [
    ['name-short', tidy.replaceAll(/[^\p{L}]/gu, '').length < 2],
    ['name-digits', /\d/.test(tidy)],
    ['name-signs', (given ? /[^\p{L}\d\s.]/u : /[^\p{L}\d\s.,'’`\-/]/u).test(tidy)],
    ['name-one-word', words.length === 1],
    ['name-long', tidy.length > mostLetters],
    ['name-abbreviated', given && (tidy.includes('.') || words.some(isAbbreviated))],
  ]
  return troubles.filter(([, found]) => found).map(([trouble]) => trouble)
}

const isAbbreviated = (word: string): boolean => word.length === 1 || abbreviations.has(word.toLowerCase())
