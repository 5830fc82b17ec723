import type { AppLeaflet } from './app-leaflet.ts'
import type { CompensationReceipt } from './compensation-receipt.ts'
import type { DailyRecord } from './daily-record.ts'
import type { DeviceContents } from './device-contents.ts'
import type { EnrolmentSlipPaper } from './enrolment-slip.ts'
import type { FilingSlipPaper } from './filing-slip.ts'
import type { HandoverList } from './handover-list.ts'
import type { LabelSheet } from './label-sheet.ts'
import type { LostStatement } from './lost-statement.ts'
import type { OldCardRecord } from './old-card-record.ts'
import type { ProxyLetter } from './proxy-letter.ts'
import type { ReminderList } from './reminder-list.ts'
import type { ReturnRecord } from './return-record.ts'
import type { ServiceLeaflet } from './service-leaflet.ts'
import type { ShipmentRecord } from './shipment-record.ts'
import type { Statement } from './statement.ts'
import type { TripReport } from './trip-report.ts'

/** Everything an A4 paper of the office says, as plain data: NIKs arrive masked, nothing is looked up any more. */
export type Paper =
  | ShipmentRecord
  | ReturnRecord
  | OldCardRecord
  | ProxyLetter
  | LostStatement
  | CompensationReceipt
  | HandoverList
  | LabelSheet
  | ReminderList
  | DailyRecord
  | DeviceContents
  | EnrolmentSlipPaper
  | FilingSlipPaper
  | TripReport
  | ServiceLeaflet
  | AppLeaflet
  | Statement

export type PaperKind = Paper['kind']
export type PaperOf<K extends PaperKind> = Extract<Paper, { readonly kind: K }>
