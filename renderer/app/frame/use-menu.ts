import { useMemo } from 'react'
import { callRoles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { useEngineQuery } from '../engine-hooks.ts'
import { useSession } from '../session.tsx'
import { menu } from './screens.ts'

/** What who works here finds in the menu: the city only at the Dinas, for those who act there, and the blanks for those who print. */
export function useMenu(): typeof menu {
  const unitKind = useEngineQuery('app.status', {}).data?.device?.unitKind
  const { staff } = useSession()
  const may = (...roles: readonly Role[]) =>
    unitKind === 'dinas' && (staff?.roles.some((role) => roles.includes(role)) ?? false)
  const city = may(...callRoles['city.units'])
  const blanks = may(...callRoles['blanks.move'])
  return useMemo(
    () => menu.filter(({ name }) => (name !== 'city' || city) && (name !== 'blanks' || blanks)),
    [city, blanks],
  )
}
