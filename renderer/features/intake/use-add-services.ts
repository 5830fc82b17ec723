import { useQueryClient } from '@tanstack/react-query'
import { carriedAnswers, carriedPeople } from '#shared/domain/catalogue/carried-people.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { emptyBegun, mostServices } from './begun.ts'
import type { Drafting } from './use-draft.ts'
import type { FormBase } from './use-form.ts'

/** Adds services to a draft, with whoever is known from those that are in it, and goes on to the first of them. */
export function useAddServices({ change }: Drafting, base: FormBase) {
  const engine = useEngine()
  const queries = useQueryClient()
  const add = async (codes: readonly string[]) => {
    const input = { services: [...codes] }
    const { services } = await queries.fetchQuery({
      queryKey: ['intake.form', input],
      queryFn: () => engine.call('intake.form', input),
    })
    const known = [...base.services, ...services]
    change((draft) => {
      const before = draft.services.flatMap((begun) => {
        const service = known.find(({ code }) => code === begun.service)
        return service ? [{ service, facts: begun }] : []
      })
      // In the order in which they were offered, not in that of the catalogue.
      const wanted = codes.flatMap((code) => services.find((one) => one.code === code) ?? [])
      const added = wanted.map((service) => ({
        ...emptyBegun(service.code),
        people: { ...carriedPeople(service, before) },
        answers: { ...carriedAnswers(service, before) },
        collectionUnit: draft.services[0]?.collectionUnit ?? null,
      }))
      return {
        ...draft,
        services: [...draft.services, ...added].slice(0, mostServices),
        at: { service: draft.services.length, step: 'fill' },
      }
    })
  }
  return (codes: readonly string[]) => void add(codes)
}
