import type { Catalogue, Service } from './catalogue.ts'
import type { Condition } from './condition.ts'
import type { DataPart, FormCase } from './data-form.ts'
import { applicantField } from './filed-facts.ts'
import type { StatementForm } from './statement-form.ts'

type Named = { readonly id: string; readonly when?: Condition | undefined }

/** Names that a catalogue uses and does not have, or has twice: each would be a question that nobody can answer. In English, for the log. */
export function referencesOf({ services, forms = [] }: Catalogue): readonly string[] {
  const codes = services.map(({ code }) => code)
  const ids = forms.map(({ id }) => id)
  const asked = services.flatMap(({ requirements }) => requirements.flatMap(({ form }) => form ?? []))
  return [
    ...twice(ids).map((id) => `form ${id} is there twice`),
    ...asked.filter((id) => !ids.includes(id)).map((id) => `no form ${id}`),
    ...twice(codes).map((code) => `service ${code} is there twice`),
    ...services.flatMap((service) => wrongIn(service, codes).map((wrong) => `${service.code}: ${wrong}`)),
    ...forms.flatMap((form) => wrongInForm(form, services).map((wrong) => `form ${form.id}: ${wrong}`)),
  ]
}

function wrongInForm({ parts }: StatementForm, services: readonly Service[]): readonly string[] {
  const data = parts.filter((part) => 'rows' in part || 'lists' in part || 'table' in part)
  const cases = data.flatMap((part) => [{ services: part.in ?? [], when: undefined }, ...casesIn(part)])
  return cases.flatMap(({ services: codes, when }) =>
    codes.flatMap((code) => {
      const service = services.find((one) => one.code === code)
      return service ? (when ? unknownIn(when, service) : []) : [`no service ${code}`]
    }),
  )
}

function casesIn(part: DataPart): readonly FormCase[] {
  if ('table' in part) return part.table.flatMap(({ cases = [] }) => cases)
  if ('lists' in part) return part.lists.flatMap(({ ticks }) => ticks.flatMap(({ cases = [] }) => cases))
  return part.rows.flatMap((row) => ('ticks' in row ? row.ticks.flatMap(({ cases = [] }) => cases) : (row.cases ?? [])))
}

function wrongIn(service: Service, codes: readonly string[]): readonly string[] {
  const { whoMayApply, subject, people, fields, requirements, products, followUps } = service
  const lists: Record<string, readonly Named[]> = {
    applicant: whoMayApply,
    person: people,
    field: fields,
    requirement: requirements,
  }
  const all = [...Object.values(lists).flat(), ...products, ...followUps]
  return [
    ...Object.entries(lists).flatMap(([kind, list]) =>
      twice(list.map(({ id }) => id)).map((id) => `${kind} ${id} twice`),
    ),
    ...(has(people, subject) ? [] : [`no person ${subject}`]),
    ...people.flatMap(({ later }) => (later ? unknownIn(later.when, service) : [])),
    ...all.flatMap(({ when }) => (when ? unknownIn(when, service) : [])),
    ...people.flatMap(({ mayAlsoBe = [] }) =>
      mayAlsoBe.filter((id) => !has(people, id)).map((id) => `no person ${id}`),
    ),
    ...fields.flatMap(({ id, kind, options }) =>
      (kind === 'choice') === (options !== undefined) ? [] : [`options of ${id}`],
    ),
    ...fields.flatMap(({ id }) => (id === applicantField ? ['a field has the name of the applicant'] : [])),
    ...followUps.flatMap(({ service: code }) => (codes.includes(code) ? [] : [`no service ${code}`])),
  ]
}

const has = (list: readonly Named[], id: string): boolean => list.some((one) => one.id === id)
const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at)

function unknownIn(condition: Condition, service: Service): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((one) => unknownIn(one, service))
  if ('any' in condition) return condition.any.flatMap((one) => unknownIn(one, service))
  if ('not' in condition) return unknownIn(condition.not, service)
  if ('applicant' in condition)
    return condition.applicant.filter((id) => !has(service.whoMayApply, id)).map((id) => `no applicant ${id}`)
  if ('person' in condition) return has(service.people, condition.person) ? [] : [`no person ${condition.person}`]
  if ('since' in condition) return has(service.fields, condition.since) ? [] : [`no field ${condition.since}`]
  return unknownAnswer(condition, service)
}

function unknownAnswer({ answer, is }: Extract<Condition, { answer: string }>, { fields }: Service): readonly string[] {
  const field = fields.find(({ id }) => id === answer)
  if (!field) return [`no field ${answer}`]
  return is.filter((one) => !field.options?.some(({ id }) => id === one)).map((one) => `${answer} has no ${one}`)
}
