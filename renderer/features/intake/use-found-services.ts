import type { ServiceLine } from '#shared/contract/engine/catalogue.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'

/** What these words mean in the citizen's language, the likeliest first; without words what is filed here most, and then all others. */
export function useFoundServices(words: string): readonly ServiceLine[] {
  const wanted = words.trim()
  const asked = { words: wanted, limit: 100 }
  const found = useEngineQuery('catalogue.search', asked, { keepPrevious: true }).data?.rows ?? []
  const usual = useEngineQuery('intake.form', { services: [] }).data?.usual ?? []
  if (wanted !== '') return found
  const place = ({ code }: ServiceLine) => (usual.includes(code) ? usual.indexOf(code) : usual.length)
  return found.toSorted((one, other) => place(one) - place(other))
}
