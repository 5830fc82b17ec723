import type { ExclusionGround } from '../service-clock/promise-rules.ts'
import type { Filing } from './filing.ts'

/** The answer that says who issued the document that another is asked for: `elsewhere` is another town. A name that the catalogue keeps, as `applicantAs`. */
const issuedByField = 'issuedBy'

/**
 * What an application itself says that puts it outside of the promise, added to the `noted` ones: a document that another town issued has to be asked after there. Where it was
 * asked, the answer as it stands decides; whether the city counts such a ground says its pack.
 */
export function groundsSaid(
  { answers }: Pick<Filing, 'answers'>,
  noted: readonly ExclusionGround[] | undefined,
): readonly ExclusionGround[] | undefined {
  const issuedBy = answers[issuedByField]
  if (issuedBy === undefined) return noted
  const others = (noted ?? []).filter((ground) => ground !== 'other-town-document')
  return issuedBy === 'elsewhere' ? [...others, 'other-town-document'] : others
}
