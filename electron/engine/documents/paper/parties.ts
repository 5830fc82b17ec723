import type { Content } from 'pdfmake/interfaces.js'
import type { PaperBase, PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { solemnTime } from '#shared/domain/paper/written-date.ts'
import { fields, paragraph } from './pieces.ts'
import { signatureInTheMiddle, signatureRow } from './signers.ts'

const words = paperWords.party

interface TwoParties extends PaperBase {
  readonly place: string
  readonly first: PaperParty
  readonly second: PaperParty
  readonly acknowledged: PaperParty
}

/** Pada hari ini …, kami yang bertanda tangan di bawah ini: PIHAK PERTAMA and PIHAK KEDUA. */
export const opening = ({ at, zone, place, first, second }: TwoParties): Content[] => [
  paragraph(paperWords.today(solemnTime(at, zone), place)),
  ...party(1, first, `${words.first} ${paperWords.handsOver}`),
  ...party(2, second, `${words.second} ${paperWords.receives}`),
]

/** Of the column with 1. and 2., in points. */
const numberWidth = 14

const party = (at: number, { name, code, position }: PaperParty, role: string): Content[] => [
  {
    columns: [
      { width: numberWidth, text: `${at}.`, margin: [0, 1.4, 0, 0] },
      {
        width: '*',
        stack: [
          fields(
            [
              [words.name, name],
              ...(code === null ? [] : [[words.code, code] as const]),
              ...(position === '' ? [] : [[words.position, position] as const]),
            ],
            0,
            84,
            numberWidth,
          ),
        ],
      },
    ],
  },
  { text: `${paperWords.called(role)};`, margin: [numberWidth, -4, 0, 6] },
]

/** PIHAK KEDUA left, PIHAK PERTAMA right, Mengetahui below in the middle; the last sentence stays with them, so that none signs an empty page. */
export const closing = ({ first, second, acknowledged }: TwoParties): Content[] => [
  {
    unbreakable: true,
    stack: [
      paragraph(paperWords.closing, [0, 4, 0, 4]),
      signatureRow(
        [
          { heading: [`${words.second},`], party: second },
          { heading: [`${words.first},`], party: first },
        ],
        [0, 4, 0, 6],
      ),
      signatureInTheMiddle(acknowledges(acknowledged), [0, 0, 0, 0]),
    ],
  },
]

/** The position stands above the signature: Mengetahui, Lurah. */
export const acknowledges = (acknowledged: PaperParty) => ({
  heading: [`${paperWords.acknowledged},`, acknowledged.position ?? ''],
  party: { ...acknowledged, position: null },
})
