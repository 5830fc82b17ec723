import { useMemo } from 'react'
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
  const city = may('supervisor', 'admin')
  const blanks = may('counter', 'supervisor', 'admin')
  return useMemo(
    () => menu.filter(({ name }) => (name !== 'city' || city) && (name !== 'blanks' || blanks)),
    [city, blanks],
  )
}
