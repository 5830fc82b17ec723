import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { questionsFor } from '#shared/domain/catalogue/asked-now.ts'
import { findService, type Service } from '#shared/domain/catalogue/catalogue.ts'
import { applicantRoleOf, filedContent } from '#shared/domain/catalogue/filed-content.ts'
import { type FiledFacts, noFacts } from '#shared/domain/catalogue/filed-facts.ts'
import { whoApplies } from '#shared/domain/catalogue/statement-form.ts'
import type { PersonOf } from '#shared/domain/paper/said.ts'
import { statementOf } from '#shared/domain/paper/statement-of.ts'
import { ok } from '#shared/domain/result.ts'
import type { CalendarDay } from '#shared/domain/time.ts'
import { ownDraft } from '../application/drafts.ts'
import { unitZone } from '../device/unit-zone.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, unitNameOf } from './paper-base-of.ts'
import type { PaperAsker, PaperBuilder } from './paper-builder.ts'

/** A form of the catalogue for one service: filled in from the asker's own draft, or empty. Faults: service-unknown, paper-unknown, draft-unknown. */
export const statement: PaperBuilder<'statement'> = async (db, { form: id, service: code, draft }, asker) => {
  const catalogue = await db.settings.catalogue()
  const service = findService(catalogue, code)
  if (!service) return fail('service-unknown')
  const form = catalogue.forms?.find((one) => one.id === id)
  if (!form) return fail('paper-unknown')
  const begun = draft && (await begunIn(db, draft, service.code, asker))
  if (draft && !begun) return fail('draft-unknown')
  const scope = (await db.device.current())?.homeScope ?? asker.staff.scope
  const facts = factsOf(service, begun, calendarDay(asker.now, await unitZone(db)))
  const said = { service, unit: await unitNameOf(db, scope), facts }
  return ok({
    ...(await paperBaseOf(db, scope, asker.now)),
    kind: 'statement',
    ...statementOf(form, personsOf(service, facts), said),
  })
}

async function begunIn(
  db: ReadSet,
  { draftId, at }: { readonly draftId: string; readonly at: number },
  code: string,
  { staff }: PaperAsker,
): Promise<BegunApplication | null> {
  const begun = (await ownDraft(db, draftId, staff.id))?.draft.services[at]
  return begun?.service === code ? begun : null
}

function factsOf(service: Service, begun: BegunApplication | null, day: CalendarDay): FiledFacts {
  if (!begun) return noFacts(day)
  const { people, answers, requirements } = begun
  return { day, ...filedContent(service, { day, people, answers, requirements }) }
}

/** Who stands in a role: the first of several that has a name. */
function personsOf(service: Service, facts: FiledFacts): PersonOf {
  // Somebody of their own who was not typed yet is not whom it is about.
  const own = questionsFor(service, facts).people.some(({ id }) => id === 'applicant')
  const applies = own ? 'applicant' : applicantRoleOf(service, facts)
  return (roles) => {
    const named = roles.map((role) => facts.people[role === whoApplies ? applies : role])
    return named.find((person) => person?.name) ?? {}
  }
}
