import type { Application } from '../application/application.ts'
import type { Card } from '../card/card.ts'
import type { DeviceKey } from '../ekitir/device-key.ts'
import type { Case, Handover } from '../handover/handover.ts'
import type { Household } from '../household/household.ts'
import type { Movement } from '../movement/movement.ts'
import type { Unit } from '../region/unit.ts'
import type { Shipment } from '../shipment/shipment.ts'
import type { Staff } from '../staff/staff.ts'

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
}

export type RowName = keyof RowTypes

export interface RowRef {
  readonly entity: RowName
  readonly id: string
}
