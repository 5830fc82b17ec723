import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { FiledFacts } from '#shared/domain/catalogue/filed-facts.ts'

/** What a clerk typed for one service, ready to be filed. */
export const aDraftOf = (service: string, { people, answers, requirements }: FiledFacts): IntakeDraft => ({
  services: [
    {
      ...{ service, people: { ...people }, answers: { ...answers }, doubts: [], collectionUnit: null },
      requirements: Object.fromEntries(
        Object.entries(requirements).map(([id, { how, documents }]) => [id, { how, documents: [...documents] }]),
      ),
    },
  ],
  at: { service: 0, step: 'review' },
  repairs: null,
})
