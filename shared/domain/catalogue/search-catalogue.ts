import type { Catalogue, Service } from './catalogue.ts'
import { likeness, plainWords } from './words-alike.ts'

interface Phrased {
  readonly service: Service
  readonly phrases: readonly (readonly string[])[]
}

/** One typed word: how well it fits each word of the catalogue (those that it fits at all), and how much it says. */
interface Typed {
  readonly fits: ReadonlyMap<string, number>
  readonly weight: number
}

/** Below this nothing of what was typed says the service. */
const enough = 0.42

/**
 * The services that these words mean, the likeliest first, in the citizen's language: the order of words and slips of the finger do not matter,
 * the last word may be only begun. Without words: all, as the catalogue has them. The same catalogue gives the same answer everywhere.
 */
export function searchCatalogue({ services }: Catalogue, words: string): readonly Service[] {
  const asked = begun(plainWords(words))
  if (asked.length === 0) return words.trim() === '' ? services : []
  const all = services.map(phrased)
  const vocabulary = new Set(all.flatMap(({ phrases }) => phrases.flat()))
  const typed = asked.map((word) => typedWord(word, vocabulary, all))
  const code = words.trim().toUpperCase()
  return all
    .map((one, at) => ({ one, at, score: one.service.code === code ? 2 : scoreOf(one, typed) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ one }) => one.service)
}

/** One letter says nothing yet, unless it is all there is. */
const begun = (words: readonly string[]): readonly string[] => {
  const told = words.filter((word) => word.length > 1)
  return told.length > 0 ? told : words
}

const phrased = (service: Service): Phrased => ({
  service,
  phrases: [service.name, ...service.citizenWords].map(plainWords),
})

/** A word that few services have says more than one that all have. */
function typedWord(word: string, vocabulary: ReadonlySet<string>, all: readonly Phrased[]): Typed {
  const fits = new Map(
    [...vocabulary].map((known) => [known, likeness(word, known)] as const).filter(([, fit]) => fit > 0),
  )
  const having = all.filter(({ phrases }) => phrases.some((phrase) => best({ fits }, phrase) >= 0.65)).length
  return { fits, weight: Math.log(1 + all.length / Math.max(1, having)) }
}

function best({ fits }: Pick<Typed, 'fits'>, phrase: readonly string[]): number {
  let most = 0
  for (const known of phrase) most = Math.max(most, fits.get(known) ?? 0)
  return most
}

/** The one phrase that fits best counts most, so that words of two different phrases weigh less than one that has both. */
function scoreOf({ phrases }: Phrased, typed: readonly Typed[]): number {
  const whole = typed.reduce((sum, { weight }) => sum + weight, 0)
  const share = (likely: (word: Typed) => number) =>
    typed.reduce((sum, word) => sum + word.weight * likely(word), 0) / whole
  const inPhrase = phrases.map((phrase) => share((word) => best(word, phrase)) * (0.7 + 0.3 * covered(phrase, typed)))
  const anywhere = share((word) => Math.max(...phrases.map((phrase) => best(word, phrase))))
  return 0.75 * Math.max(...inPhrase) + 0.25 * anywhere
}

/** Which part of the phrase was typed. */
const covered = (phrase: readonly string[], typed: readonly Typed[]): number =>
  phrase.filter((known) => typed.some(({ fits }) => fits.has(known))).length / Math.max(1, phrase.length)
