import { createContext, useContext } from 'react'
import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { Questions } from '#shared/domain/catalogue/asked-now.ts'
import type { Requirement, Service } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledFacts } from '#shared/domain/catalogue/filed-facts.ts'
import type { Problem } from '#shared/domain/catalogue/problem.ts'

/** One service of a draft on the screen: what it asks now, what is wrong with the answers, and how they are changed. */
export interface IntakeForm {
  readonly service: Service
  readonly begun: BegunApplication
  readonly facts: FiledFacts
  readonly asked: Questions
  readonly papers: readonly Requirement[]
  readonly problems: readonly Problem[]
  /** Places that the office wants put right. */
  readonly marked: ReadonlySet<string>
  change(make: (begun: BegunApplication) => BegunApplication): void
  /** Wrong there and to be said now: a field that was not reached yet is not told that it is empty. */
  problemsAt(about: string): readonly Problem[]
  /** The clerk has left this place. */
  leave(about: string): void
  /** Takes the document of a paper. */
  attach(paper: string): void
  /** Shows the form that the catalogue has for a paper. */
  print(form: string): void
}

const FormContext = createContext<IntakeForm | null>(null)
export const IntakeFormProvider = FormContext.Provider

export function useIntakeForm(): IntakeForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('this belongs into the form of a draft')
  return form
}
