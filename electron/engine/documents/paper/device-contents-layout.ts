import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { DeviceContents } from '#shared/domain/paper/device-contents.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay, writtenTime } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import { pageFrame } from './page-frame.ts'
import { atRight, centred, type Field, fields, grid, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.contents

/** Daftar data pribadi pada perangkat: what is known of the computer, then kinds and numbers, then everybody by name. */
export const deviceContentsLayout = (paper: DeviceContents): TDocumentDefinitions =>
  pageFrame(paper, {
    title: paperTitle(paper),
    number: null,
    free: false,
    content: [
      paragraph(words.lead),
      fields(facts(paper)),
      paragraph(words.kindsHead(paper.signatures, paper.photos)),
      kinds(paper),
      paragraph(words.personsHead(paper.persons.length, paper.persons.filter(({ child }) => child).length)),
      persons(paper),
      paragraph(paper.whole ? words.whole : words.masked),
      signature(paper),
    ],
  })

function facts(paper: DeviceContents): Field[] {
  const moment = (at: string | null, none: string) => (at === null ? none : writtenTime(at, paper.zone))
  return [
    [words.device, `${paper.deviceName} (${paper.appVersion})`],
    [words.unit, paper.unitName],
    [words.contact, moment(paper.lastContactAt, words.never)],
    [words.unsent, paper.unsent === null ? words.unsaid : words.acts(paper.unsent)],
    [words.reason, paper.reason === null ? '-' : words.reasons[paper.reason]],
    ...(paper.reportedAt === null ? [] : ([[words.reported, moment(paper.reportedAt, '-')]] satisfies Field[])),
    ...(paper.noticeDueAt === null ? [] : ([[words.due, moment(paper.noticeDueAt, '-')]] satisfies Field[])),
    [words.revoked, moment(paper.revokedAt, words.notRevoked)],
    [words.left, moment(paper.leftAt, words.notLeft)],
  ]
}

const kindName = (kind: string): string => (kind in words.kind ? words.kind[kind as keyof typeof words.kind] : kind)

function kinds({ kinds: counted, zone }: DeviceContents): Content {
  const day = (at: string | null) => (at === null ? '-' : writtenDay(localTime(at, zone).day))
  return grid({
    widths: ['*', 60, 110, 110],
    head: words.kindColumns,
    rows: counted.map(({ kind, rows, oldestAt, newestAt }) => [
      kindName(kind),
      atRight(rows),
      day(oldestAt),
      day(newestAt),
    ]),
    empty: paperWords.noRows,
  })
}

const persons = ({ persons: listed }: DeviceContents): Content =>
  grid({
    widths: [26, '*', 96, 34, 150],
    head: words.personColumns,
    rows: listed.map(({ name, nik, child, kinds: of }, at) => [
      centred(at + 1),
      name,
      nik ?? '-',
      centred(child ? words.child : ''),
      of.map(kindName).join(', '),
    ]),
    empty: paperWords.noRows,
  })

const signature = (paper: DeviceContents): Content =>
  signatureRow([{ heading: [`${words.officer},`], party: paper.officer }], [260, 10, 0, 0])
