import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Paper } from '#shared/domain/paper/paper.ts'
import { assertNever } from '#shared/domain/result.ts'
import type { SheetSize } from '../pdf-maker.ts'
import { appLeafletLayout } from './app-leaflet-layout.ts'
import { compensationReceiptLayout } from './compensation-receipt-layout.ts'
import { dailyRecordLayout } from './daily-record-layout.ts'
import { deviceContentsLayout } from './device-contents-layout.ts'
import { enrolmentSlipLayout } from './enrolment-slip-layout.ts'
import { filingSlipLayout } from './filing-slip-layout.ts'
import { handoverListLayout } from './handover-list-layout.ts'
import { labelSheetLayout } from './label-sheet-layout.ts'
import { lostStatementLayout } from './lost-statement-layout.ts'
import { oldCardRecordLayout } from './old-card-record-layout.ts'
import { proxyLetterLayout } from './proxy-letter-layout.ts'
import { reminderListLayout } from './reminder-list-layout.ts'
import { returnRecordLayout } from './return-record-layout.ts'
import { serviceLeafletLayout } from './service-leaflet-layout.ts'
import { shipmentRecordLayout } from './shipment-record-layout.ts'
import { statementLayout } from './statement-layout.ts'
import { tripReportLayout } from './trip-report-layout.ts'

/** How each paper is laid out. `tooTall` is called by those made for half a page that do not fit there. */
export function paperLayout(paper: Paper, size: SheetSize, tooTall: () => void): TDocumentDefinitions {
  switch (paper.kind) {
    case 'shipment-record':
      return shipmentRecordLayout(paper)
    case 'return-record':
      return returnRecordLayout(paper)
    case 'old-card-record':
      return oldCardRecordLayout(paper)
    case 'proxy-letter':
      return proxyLetterLayout(paper)
    case 'lost-statement':
      return lostStatementLayout(paper)
    case 'compensation-receipt':
      return compensationReceiptLayout(paper, size, tooTall)
    case 'handover-list':
      return handoverListLayout(paper)
    case 'label-sheet':
      return labelSheetLayout(paper)
    case 'reminder-list':
      return reminderListLayout(paper)
    case 'daily-record':
      return dailyRecordLayout(paper)
    case 'device-contents':
      return deviceContentsLayout(paper)
    case 'app-leaflet':
      return appLeafletLayout(paper)
    case 'enrolment-slip':
      return enrolmentSlipLayout(paper)
    case 'filing-slip':
      return filingSlipLayout(paper)
    case 'trip-report':
      return tripReportLayout(paper)
    case 'service-leaflet':
      return serviceLeafletLayout(paper)
    case 'statement':
      return statementLayout(paper)
    default:
      return assertNever(paper)
  }
}
