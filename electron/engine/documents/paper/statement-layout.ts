import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { Statement, StatementPiece } from '#shared/domain/paper/statement.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { boxedFrame, dataPiece } from './data-form-layout.ts'
import { pageFrame, textWidth } from './page-frame.ts'
import { fields, paragraph, writingLine } from './pieces.ts'
import { type Signer, signatureRow } from './signers.ts'

const words = paperWords.statement
const dots = (count: number) => '.'.repeat(count)
/** Of the signatures of witnesses and neighbours, and of tables of data, in points. */
const lowRoom = 38

/** A form to be signed by hand, a letter on one page or a table of data; the day is written by hand, too. */
export const statementLayout = (form: Statement): TDocumentDefinitions =>
  form.boxed
    ? boxedFrame(form, body(form, 4))
    : pageFrame(form, {
        title: paperTitle(form),
        number: null,
        free: true,
        content: [...subtitle(form), ...body(form, 8)],
      })

/** `above`: points over the place and day. */
const body = (form: Statement, above: number): Content[] => [
  ...form.pieces.map(piece),
  {
    unbreakable: true,
    stack: [
      { text: `${form.town}, ${dots(40)}`, alignment: 'right', margin: [0, above, 24, above] },
      ...signatures(form),
      ...row(form.acknowledged.map((who) => ({ heading: [`${paperWords.acknowledged},`, who], party: byPen(null) }))),
    ],
  },
]

const subtitle = ({ about, code }: Statement): Content[] => {
  const lines = [...(about === null ? [] : [about]), ...(code === null ? [] : [words.form(code)])]
  return lines.map((text, at) => ({
    text,
    bold: at === 0 && about !== null,
    alignment: 'center',
    margin: [0, at === 0 ? -12 : 0, 0, at === lines.length - 1 ? 12 : 0],
  }))
}

function piece(of: StatementPiece): Content {
  if ('text' in of) return paragraph(of.text)
  if ('facts' in of)
    return fields(
      of.facts.flatMap(({ datum, value }) => [
        [words.datum[datum], value] as const,
        // Too long for one line by hand.
        ...(datum === 'address' && value === null ? [['', null] as const] : []),
      ]),
      14,
    )
  if (!('lines' in of)) return dataPiece(of)
  return {
    stack: Array.from({ length: of.lines }, (): Content => ({ stack: [writingLine(textWidth)], margin: [0, 3, 0, 3] })),
    margin: [0, 0, 0, 6],
  }
}

/** Who states stands at the right, where Indonesian letters are signed; witnesses beside one alone, beneath two. */
function signatures({ signers: all, witnesses, boxed }: Statement): Content[] {
  const room = boxed && all.every(({ materai }) => !materai) ? lowRoom : undefined
  const stated = all.map(({ as, name, materai }) => ({ heading: [`${as},`], party: byPen(name), materai }))
  const seen = witnesses.map((name, at) => ({ heading: [`${words.witness(at + 1)},`], party: byPen(name) }))
  if (all.length > 1) return [signatureRow(stated, [0, 0, 0, 6], room), ...row(seen)]
  const beside = seen.length > 0 ? seen : [{ heading: [], party: byPen('') }]
  return [signatureRow([...beside, ...stated], [0, 0, 0, 6], room)]
}

const row = (all: readonly Signer[]): Content[] => (all.length === 0 ? [] : [signatureRow(all, [0, 4, 0, 0], lowRoom)])

const byPen = (name: string | null): PaperParty => ({ name, position: null, code: null, signature: null })
