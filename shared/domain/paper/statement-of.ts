import type { FiledPerson } from '../catalogue/filed-facts.ts'
import type { StatementDatum } from '../catalogue/form-datum.ts'
import type { StatementForm, StatementPart } from '../catalogue/statement-form.ts'
import { dataPieceOf, printedFor } from './data-form-of.ts'
import type { PaperBase } from './paper-base.ts'
import type { PersonOf, Said } from './said.ts'
import type { Statement, StatementPiece } from './statement.ts'
import { paperWords } from './words.ts'
import { writtenDay } from './written-date.ts'

type FilledIn = Omit<Statement, keyof PaperBase | 'kind'>

/** A form of the catalogue with what is known of its people; all else is left to be written by hand. */
export const statementOf = (form: StatementForm, personOf: PersonOf, said: Said): FilledIn => ({
  ...{ title: form.title, about: form.about ?? null, code: form.code ?? null },
  ...{ boxed: form.boxed ?? false, unchecked: form.unchecked ?? false },
  pieces: form.parts.flatMap((part) => pieceOf(part, personOf, said)),
  signers: form.signers.map(({ as, person, materai = false }) => {
    return { as, name: (person.length > 0 && personOf(person).name) || null, materai }
  }),
  witnesses: Array.from({ length: form.witnesses ?? 0 }, (_, at) => personOf([`witness${at + 1}`]).name ?? null),
  acknowledged: [...(form.acknowledged ?? [])],
})

function pieceOf(part: StatementPart, personOf: PersonOf, said: Said): StatementPiece | readonly [] {
  const { service, unit } = said
  if ('lines' in part) return { lines: part.lines }
  if ('text' in part) return { text: part.text.replaceAll('{service}', service.name).replaceAll('{unit}', unit) }
  if (!('person' in part)) return printedFor(part, said) ? dataPieceOf(part, personOf, said) : []
  const person = personOf(part.person)
  return { facts: part.ask.map((datum) => ({ datum, value: factOf(datum, person) })) }
}

/** Numbers are never printed: the person writes them. */
function factOf(datum: StatementDatum, person: FiledPerson): string | null {
  if (datum === 'birth') return birthOf(person)
  if (datum === 'sex') return person.sex ? paperWords.statement.sex[person.sex] : null
  if (datum === 'name' || datum === 'nationality' || datum === 'address') return person[datum] || null
  return null
}

function birthOf({ birthPlace, birthDate }: FiledPerson): string | null {
  if (!birthDate) return birthPlace || null
  return `${birthPlace || '.'.repeat(40)}, ${writtenDay(birthDate)}`
}
