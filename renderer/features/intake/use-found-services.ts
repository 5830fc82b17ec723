import { useEngineQuery } from '../../app/engine-hooks.ts'

export interface FoundService {
  readonly code: string
  readonly name: string
  readonly about: string
}

/** Services whose names have these words; without words what is filed here most comes first. */
export function useFoundServices(words: string): readonly FoundService[] {
  const form = useEngineQuery('intake.form', { services: [] }).data
  const wanted = words.trim().toLowerCase()
  const all = (form?.names ?? []).map(({ code, name }) => ({ code, name, about: '' }))
  const usual = form?.usual ?? []
  const place = ({ code }: FoundService) => (usual.includes(code) ? usual.indexOf(code) : usual.length)
  return all
    .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
    .toSorted((one, other) => place(one) - place(other))
}
