import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { slipText } from '#shared/domain/enrolment/enrolment-slip.ts'
import type { EnrolmentSlipPaper } from '#shared/domain/paper/enrolment-slip.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenTime } from '#shared/domain/paper/written-date.ts'
import { qrSvg } from '../qr-svg.ts'
import { pageFrame } from './page-frame.ts'
import { fields, paragraph } from './pieces.ts'

const words = paperWords.enrolment

/** Slip aktivasi: the QR large enough for a webcam, and the same to type. */
export const enrolmentSlipLayout = (paper: EnrolmentSlipPaper): TDocumentDefinitions =>
  pageFrame(paper, {
    title: paperTitle(paper),
    number: null,
    free: false,
    content: [
      paragraph(words.lead(paper.unitName)),
      { svg: qrSvg(slipText(paper.slip), 230), width: 230, alignment: 'center', margin: [0, 10, 0, 10] },
      {
        text: paper.slip.code,
        alignment: 'center',
        bold: true,
        fontSize: 26,
        characterSpacing: 1,
        margin: [0, 0, 0, 14],
      },
      fields([
        [words.unit, paper.unitName],
        [words.address, paper.slip.serverUrl],
        [words.expires, writtenTime(paper.expiresAt, paper.zone)],
      ]),
      paragraph(words.once, [0, 10, 0, 4]),
      paragraph(words.care),
    ],
  })
