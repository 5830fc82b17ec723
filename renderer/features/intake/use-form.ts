import { useCallback, useMemo, useState } from 'react'
import type { BegunApplication, IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { questionsFor, requirementsFor } from '#shared/domain/catalogue/asked-now.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { checkFiling } from '#shared/domain/catalogue/check-filing.ts'
import { aboutOf, type Problem } from '#shared/domain/catalogue/problem.ts'
import { factsOf, hasReason } from './begun.ts'
import type { IntakeForm } from './form.ts'

export type FormBase = OutputOf<'intake.form'>

interface FormOf {
  readonly base: FormBase
  readonly service: Service
  readonly begun: BegunApplication
  readonly marked: ReadonlySet<string>
  /** It was asked for a review: now everything that is missing is said. */
  readonly judged: boolean
  readonly attach: IntakeForm['attach']
  readonly print: IntakeForm['print']
  readonly change: IntakeForm['change']
}

/** Checked at every key: by the same rules as where it is filed. */
export const problemsOf = ({ day, regions }: FormBase, service: Service, begun: BegunApplication): readonly Problem[] =>
  checkFiling(service, factsOf(begun, day), regions)

/** What keeps it from being filed. */
export const holding = (problems: readonly Problem[], begun: BegunApplication): readonly Problem[] =>
  problems.filter(
    ({ severity, code, place }) =>
      severity === 'blocking' || (severity === 'overridable' && !hasReason(begun, code, aboutOf(place))),
  )

export interface Held {
  /** Which service of the draft. */
  readonly at: number
  readonly about: string
}

/** The first place of the draft that keeps it from being filed. */
export function firstHeld(base: FormBase, { services }: IntakeDraft): Held | null {
  for (const [at, begun] of services.entries()) {
    const service = base.services.find(({ code }) => code === begun.service)
    const [first] = service ? holding(problemsOf(base, service, begun), begun) : []
    if (first) return { at, about: aboutOf(first.place) }
  }
  return null
}

const unsaid = new Set<Problem['code']>(['missing', 'requirement-missing', 'requirement-not-uploaded'])

export function useForm({ base, service, begun, marked, judged, attach, print, change }: FormOf): IntakeForm {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const problems = useMemo(() => problemsOf(base, service, begun), [base, service, begun])
  const leave = useCallback((about: string) => {
    setLeft((before) => (before.has(about) ? before : new Set(before).add(about)))
  }, [])
  const facts = factsOf(begun, base.day)
  return {
    ...{ service, begun, facts, problems, marked, change, leave, attach, print },
    asked: questionsFor(service, facts),
    papers: requirementsFor(service, facts),
    problemsAt: (about) =>
      problems.filter(
        ({ place, code }) => aboutOf(place) === about && (judged || (!unsaid.has(code) && left.has(about))),
      ),
  }
}
