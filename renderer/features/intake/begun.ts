import type { BegunApplication, IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { FiledFacts, FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'

/** The shortest reason that says something: shorter ones are on their way to be one. */
const leastReason = 3

/** So many services go into one draft. */
export const mostServices = 8

export const emptyBegun = (service: string): BegunApplication => ({
  ...{ service, people: {}, answers: {}, requirements: {}, doubts: [] },
  collectionUnit: null,
})

export const newDraft = (service: string): IntakeDraft => ({
  services: [emptyBegun(service)],
  ...{ at: { service: 0, step: 'fill' }, repairs: null },
})

export function withPerson(begun: BegunApplication, role: string, said: FiledPerson): BegunApplication {
  return { ...begun, people: { ...begun.people, [role]: { ...begun.people[role], ...said } } }
}

export const onlyPerson = (begun: BegunApplication, role: string, person: FiledPerson): BegunApplication => ({
  ...begun,
  people: { ...begun.people, [role]: person },
})

export const withAnswer = (begun: BegunApplication, key: string, said: string): BegunApplication => ({
  ...begun,
  answers: { ...begun.answers, [key]: said },
})

type Paper = BegunApplication['requirements'][string]

export const withPaper = (begun: BegunApplication, id: string, paper: Partial<Paper>): BegunApplication => ({
  ...begun,
  requirements: {
    ...begun.requirements,
    [id]: { how: 'missing', documents: [], ...begun.requirements[id], ...paper },
  },
})

export const reasonFor = ({ doubts }: BegunApplication, code: string, about: string): string =>
  doubts.find((one) => one.code === code && one.about === about)?.reason ?? ''

export function withReason(begun: BegunApplication, { code, about, reason }: BegunApplication['doubts'][number]) {
  const others = begun.doubts.filter((one) => one.code !== code || one.about !== about)
  return { ...begun, doubts: reason === '' ? others : [...others, { code, about, reason }] }
}

export const hasReason = (begun: BegunApplication, code: string, about: string): boolean =>
  reasonFor(begun, code, about).trim().length >= leastReason

/** As it is kept: a reason of one letter is none yet. */
export const toKeep = (draft: IntakeDraft): IntakeDraft => ({
  ...draft,
  services: draft.services.map((begun) => ({
    ...begun,
    doubts: begun.doubts.filter(({ reason }) => reason.trim().length >= leastReason),
  })),
})

export const factsOf = ({ people, answers, requirements }: BegunApplication, day: string): FiledFacts => ({
  ...{ day, people, answers, requirements },
})

export const withService = (draft: IntakeDraft, at: number, begun: BegunApplication): IntakeDraft => ({
  ...draft,
  services: draft.services.map((one, index) => (index === at ? begun : one)),
})
