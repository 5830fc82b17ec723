import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { LetterPerson, ProxyLetter } from '#shared/domain/paper/proxy-letter.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay } from '#shared/domain/paper/written-date.ts'
import { grey, pageFrame } from './page-frame.ts'
import { fields, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.proxy
const dots = (count: number) => '.'.repeat(count)

/** Layout D: surat kuasa, to be signed by hand. The day is written by hand, too: it is signed at home. */
export const proxyLetterLayout = (letter: ProxyLetter): TDocumentDefinitions =>
  pageFrame(letter, {
    title: paperTitle(letter),
    number: null,
    free: true,
    content: [
      paragraph(words.signed),
      person(letter.giver),
      paragraph(words.giverCalled, [0, 0, 0, 12]),
      paragraph(words.gives),
      person(letter.proxy),
      paragraph(words.proxyCalled, [0, 0, 0, 12]),
      { text: words.specially, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
      paragraph(purpose(letter)),
      paragraph(words.closing, [0, 6, 0, 14]),
      { text: `${letter.town}, ${dots(40)}`, alignment: 'right', margin: [0, 0, 24, 8] },
      signatureRow(
        [
          { heading: [`${words.proxy},`], party: signer(letter.proxy) },
          { heading: [`${words.giver},`], party: signer(letter.giver), materai: true },
        ],
        [0, 0, 0, 18],
      ),
      { text: words.attached, fontSize: 9, color: grey },
      ...(letter.card === null ? [{ text: words.strike, fontSize: 9, color: grey }] : []),
    ],
  })

const person = (of: LetterPerson | null) =>
  fields(
    [
      [paperWords.party.name, of?.name ?? null],
      [paperWords.columns.nik, of?.nikMasked ?? null],
      [words.birth, birth(of)],
      [words.address, of?.address ?? null],
      ...(of?.address ? [] : [['', null] as const]),
    ],
    14,
  )

/** Where only the day is known, the place is written before it. */
function birth(of: LetterPerson | null): string | null {
  if (!of?.birthDate) return of?.birthPlace ?? null
  return `${of.birthPlace ?? dots(40)}, ${writtenDay(of.birthDate)}`
}

const signer = (of: LetterPerson | null): PaperParty => ({
  name: of?.name ?? null,
  position: null,
  code: null,
  signature: null,
})

const purpose = ({ card, unit }: ProxyLetter): string =>
  words.purpose(
    card ? paperWords.card[card.cardKind] : words.anyCard,
    card?.ownerName ?? dots(56),
    card?.kitirNumber ?? dots(40),
    unit,
  )
