import type { PaperKind } from '#shared/domain/paper/paper.ts'
import { compensationReceipt } from '../claim/compensation-receipt.ts'
import { dailyRecord } from '../shift/daily-record.ts'
import { tripReport } from '../trip/trip-report.ts'
import { appLeaflet } from './app-leaflet.ts'
import { enrolmentSlip } from './enrolment-slip.ts'
import { handoverList } from './handover-list.ts'
import { labelSheet } from './label-sheet.ts'
import { lostStatement } from './lost-statement.ts'
import { oldCardRecord } from './old-card-record.ts'
import type { PaperBuilder } from './paper-builder.ts'
import { proxyLetter } from './proxy-letter.ts'
import { reminderList } from './reminder-list.ts'
import { returnRecord } from './return-record.ts'
import { serviceLeaflet } from './service-leaflet.ts'
import { shipmentRecord } from './shipment-record.ts'
import { statement } from './statement.ts'

/** Which builder makes which paper; null: none does yet, and asking for it is answered with paper-unknown. */
export const paperTable: { readonly [K in PaperKind]: PaperBuilder<K> | null } = {
  'shipment-record': shipmentRecord,
  'return-record': returnRecord,
  'old-card-record': oldCardRecord,
  'proxy-letter': proxyLetter,
  'lost-statement': lostStatement,
  'compensation-receipt': compensationReceipt,
  'handover-list': handoverList,
  'label-sheet': labelSheet,
  'reminder-list': reminderList,
  'daily-record': dailyRecord,
  'enrolment-slip': enrolmentSlip,
  'trip-report': tripReport,
  'service-leaflet': serviceLeaflet,
  'app-leaflet': appLeaflet,
  statement,
  // The centre is asked for it: see make-paper.ts.
  'device-contents': null,
  // Printed by way of its queue alone: see usecases/ekitir.
  'filing-slip': null,
}
