import { useEngineQuery } from '../app/engine-hooks.ts'

/** Services by their codes, as the catalogue calls them; one that left it by its code. */
export function useServiceNames(): (code: string) => string {
  const names = useEngineQuery('intake.form', { services: [] }).data?.names ?? []
  return (code) => names.find((one) => one.code === code)?.name ?? code
}
