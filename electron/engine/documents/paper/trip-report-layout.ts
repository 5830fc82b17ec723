import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { TripReport } from '#shared/domain/paper/trip-report.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenWeekday } from '#shared/domain/paper/written-date.ts'
import { pageFrame } from './page-frame.ts'
import { atRight, centred, fields, grid, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.trip
const workKeys = ['people', 'recorded', 'failed', 'cards', 'applications', 'assistance'] as const

/** Laporan kegiatan jemput bola: where the team was, what was done there, and the balance of queue and cards, signed by the leader and a witness. */
export const tripReportLayout = (report: TripReport): TDocumentDefinitions =>
  pageFrame(report, {
    title: paperTitle(report),
    number: report.number,
    free: false,
    content: [
      fields([
        [words.day, writtenWeekday(report.day)],
        [words.members, report.members.join(', ')],
        [words.vehicle, report.vehicle || '-'],
        ...report.places.map(
          (place, at) =>
            [at === 0 ? words.places : '', words.place(place.name, place.unit, place.from, place.to)] as const,
        ),
      ]),
      section(words.byPlace),
      byPlace(report),
      { columns: [list(words.queue, queueOf(report)), list(words.cards, cardsOf(report))], columnGap: 24 },
      ...(report.explanation === null ? [] : [paragraph(`${words.explanation}: ${report.explanation}`)]),
      section(words.served),
      people(report),
      signatures(report),
    ],
  })

const section = (text: string): Content => ({ text, bold: true, margin: [0, 4, 0, 2] })

function byPlace({ byPlace: rows }: TripReport): Content {
  const counts = (work: TripReport['byPlace'][number]['work'], bold = false): TableCell[] =>
    workKeys.map((key) => atRight(work[key], bold))
  const sum = Object.fromEntries(workKeys.map((key) => [key, rows.reduce((all, { work }) => all + work[key], 0)]))
  return grid({
    widths: ['*', ...workKeys.map(() => 58)],
    head: words.workColumns,
    rows: [
      ...rows.map(({ place, work }): TableCell[] => [place ?? words.noPlace, ...counts(work)]),
      ...(rows.length > 1 ? [[{ text: words.total, bold: true }, ...counts(sum as never, true)]] : []),
    ],
    empty: paperWords.noRows,
    fontSize: 9,
  })
}

type Line = readonly [label: string, count: number, sum?: 'sum']

const queueOf = ({ people: { served, gone, postponed, here, opened } }: TripReport): readonly Line[] => [
  [words.outcome.served, served],
  [words.outcome.gone, gone],
  [words.outcome.postponed, postponed],
  ...(here > 0 ? [[words.here, here] as const] : []),
  [words.opened, opened, 'sum'],
]

const cardsOf = ({ cards: { out, handedOver, back, lost, withTeam }, inHand }: TripReport): readonly Line[] => [
  [words.handedOver, handedOver],
  [words.back, back],
  ...(lost > 0 ? [[words.lost, lost] as const] : []),
  [words.withTeam, withTeam],
  [words.out, out, 'sum'],
  [words.inHand, inHand],
  [paperWords.daily.difference, inHand - withTeam],
]

const list = (heading: string, rows: readonly Line[]): Content => ({
  stack: [
    section(heading),
    {
      table: {
        headerRows: 0,
        widths: ['*', 'auto'],
        body: rows.map(([label, count, sum]): TableCell[] => [
          { text: label, bold: sum === 'sum' },
          atRight(count, sum === 'sum'),
        ]),
      },
      fontSize: 9,
      margin: [0, 0, 0, 6],
      layout: {
        vLineWidth: () => 0,
        hLineWidth: (at) => (at === 0 || at === rows.length ? 0 : rows[at]?.[2] ? 1 : 0.5),
        hLineColor: (at) => (rows[at]?.[2] ? 'black' : '#aaaaaa'),
      },
    },
  ],
})

const people = ({ rows }: TripReport): Content =>
  grid({
    widths: [24, 66, 62, '*', '*', 110],
    head: words.peopleColumns,
    rows: rows.map((row, at): TableCell[] => [
      centred(at + 1),
      centred(row.number),
      row.initials,
      row.wants.map((want) => words.want[want]).join(', '),
      doneOf(row),
      row.outcome ? words.outcome[row.outcome] : words.here,
    ]),
    empty: paperWords.noRows,
  })

function doneOf({ recording, work }: TripReport['rows'][number]): string {
  const counted = (count: number, text: string) => (count === 0 ? [] : count === 1 ? [text] : [`${text} (${count})`])
  const done = [
    ...(recording ? [words.recording[recording]] : []),
    ...counted(work.cards, words.card),
    ...counted(work.applications, words.application),
    ...counted(work.assistance, words.assistance),
  ]
  return done.length === 0 ? '-' : done.join('; ')
}

/** The last sentence stays with the signatures. */
const signatures = ({ leader, witness }: TripReport): Content => ({
  unbreakable: true,
  stack: [
    paragraph(words.closing, [0, 4, 0, 6]),
    signatureRow(
      [
        { heading: [`${words.witness},`], party: witness },
        { heading: [`${words.leader},`], party: leader },
      ],
      [0, 0, 0, 0],
      42,
    ),
  ],
})
