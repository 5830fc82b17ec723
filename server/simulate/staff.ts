import type { Role, Staff } from '#shared/domain/staff/staff.ts'
import type { Kelurahan } from '../region/areas.ts'
import type { Chance } from './chance.ts'
import { nameOf } from './people.ts'

/** Everybody in the simulated city has this password. */
export const demoPassword = 'Loket-demo-2026'

/** Two clerks and a supervisor at the kelurahan to try the program in; one clerk everywhere else. */
export function staffOf(chance: Chance, { code, short }: Kelurahan, chosen: boolean): readonly Staff[] {
  const person = (username: string, name: string, number: string, role: Role): Staff => ({
    id: chance.uuid(),
    scope: code,
    username,
    name,
    code: `${short}-${number}`,
    roles: [role],
    active: true,
  })
  if (chosen)
    return [
      person('rini', 'Rini Wulandari', 'R07', 'kelurahan'),
      person('fauzi', 'Ahmad Fauzi', 'F03', 'counter'),
      person('hendra', 'Hendra Setiawan', 'S01', 'supervisor'),
    ]
  return [
    person(
      `petugas.${short.toLowerCase()}`,
      nameOf(chance, chance.happens(0.5) ? 'female' : 'male'),
      'R01',
      'kelurahan',
    ),
  ]
}
