import type { RegionPack } from '../region/region-pack.ts'
import type { Unit } from '../region/unit.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** The calendar of a unit by the region pack: what serves until the centre has sent the unit's own row. */
export const unitCalendar = (
  unit: Pick<Unit, 'scope' | 'kind' | 'zone'>,
  { office }: Pick<RegionPack, 'office'>,
): OfficeCalendar => ({
  id: unit.scope,
  scope: unit.scope,
  zone: unit.zone,
  saturdayCounts: office.saturdayCounts,
  weeks: office.weeks[unit.kind],
  exceptions: office.exceptions,
})
