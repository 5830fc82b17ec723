import type { Application } from '../application/application.ts'
import type { Assistance } from '../assistance/assistance.ts'
import type { BlankEntry } from '../blank/blank-entry.ts'
import type { Card } from '../card/card.ts'
import type { Claim, ClaimCase } from '../claim/claim.ts'
import type { Complaint } from '../complaint/complaint.ts'
import type { DeviceKey } from '../ekitir/device-key.ts'
import type { Filing, Kitir } from '../filing/filing.ts'
import type { Case, Handover } from '../handover/handover.ts'
import type { Household } from '../household/household.ts'
import type { Incident } from '../incident/incident.ts'
import type { Movement } from '../movement/movement.ts'
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts'
import type { WithdrawnCard } from '../old-card/old-card.ts'
import type { Question } from '../question/question.ts'
import type { Unit } from '../region/unit.ts'
import type { Shift } from '../shift/shift.ts'
import type { Shipment } from '../shipment/shipment.ts'
import type { Staff } from '../staff/staff.ts'
import type { Trip } from '../trip/trip.ts'
import type { Visit } from '../trip/visit.ts'

/** Every replicated thing by the name it travels under. */
export interface RowTypes {
  readonly card: Card
  readonly application: Application
  readonly household: Household
  readonly staff: Staff
  readonly unit: Unit
  readonly 'device-key': DeviceKey
  readonly handover: Handover
  readonly case: Case
  readonly movement: Movement
  readonly shipment: Shipment
  readonly claim: Claim
  readonly 'claim-case': ClaimCase
  readonly 'blank-entry': BlankEntry
  readonly complaint: Complaint
  readonly incident: Incident
  readonly 'office-calendar': OfficeCalendar
  readonly 'old-card': WithdrawnCard
  readonly shift: Shift
  readonly trip: Trip
  readonly visit: Visit
  readonly filing: Filing
  readonly kitir: Kitir
  readonly question: Question
  readonly assistance: Assistance
}

export type RowName = keyof RowTypes

export interface RowRef {
  readonly entity: RowName
  readonly id: string
}
