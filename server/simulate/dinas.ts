import type { Unit } from '#shared/domain/region/unit.ts'
import type { Role, Staff } from '#shared/domain/staff/staff.ts'
import type { Dinas } from '../region/areas.ts'
import type { RowToWrite } from '../sync/write-row.ts'
import type { Chance } from './chance.ts'
import type { Simulated } from './kelurahan.ts'

/** The Dinas at Gedung Siola: its unit, a supervisor, who sends the parcels, and a clerk who has no business in other units. */
export function simulateDinas(
  chance: Chance,
  { code: scope, name, short, kecamatan }: Dinas,
): Pick<Simulated, 'rows' | 'staff'> {
  const person = (username: string, full: string, number: string, role: Role): Staff => ({
    id: chance.uuid(),
    scope,
    username,
    name: full,
    code: `${short}-${number}`,
    roles: [role],
    active: true,
  })
  const staff = [
    person('dewi', 'Dewi Anggraini', 'S01', 'supervisor'),
    person('bagus', 'Bagus Santoso', 'A01', 'admin'),
    person('yuni', 'Yuni Kartika', 'R01', 'counter'),
  ]
  const unit: Unit = { id: scope, scope, kind: 'dinas', name, kecamatan, zone: 'Asia/Jakarta' }
  const rows: RowToWrite[] = [{ scope, entity: 'unit', id: scope, row: unit }]
  for (const row of staff) rows.push({ scope, entity: 'staff', id: row.id, row })
  return { staff, rows }
}
