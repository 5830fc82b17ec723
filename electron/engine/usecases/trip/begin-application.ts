import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { questionsFor } from '#shared/domain/catalogue/asked-now.ts'
import { applicantRole, findService, type Service } from '#shared/domain/catalogue/catalogue.ts'
import { noFacts } from '#shared/domain/catalogue/filed-facts.ts'
import { ok } from '#shared/domain/result.ts'
import { type VisitNow, visitNow } from '#shared/domain/trip/visit-now.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { placeScope } from './place-scope.ts'

/** Opens a draft filled with who is served; one that was begun for the same person and service is gone on with. Faults: see the contract. */
export async function beginApplication(
  deps: Deps,
  { visitId, service: code }: ParsedInputOf<'visit.begin-application'>,
  { staff }: Who,
): Answer<OutputOf<'visit.begin-application'>> {
  const savedAt = deps.clock.now()
  const answer = await deps.inOneWrite(async (tx) => {
    const visit = (await tx.things.find('visit', visitId))?.row
    if (!visit) return fail('visit-unknown')
    const service = findService(await tx.settings.catalogue(), code)
    if (!service) return fail('service-unknown')
    const same = ({ draft }: { draft: IntakeDraft }) => draft.visitId === visitId && draft.services[0]?.service === code
    const begun = (await tx.intake.of(staff.id)).find(same)
    if (begun) return ok({ draftId: begun.draftId })
    const draftId = deps.ids.uuid()
    const { zone } = await tx.settings.region()
    const now = visitNow(visit)
    const people = peopleOf(service, now, calendarDay(savedAt, zone))
    const collectionUnit = await placeScope(tx, visit.tripId, now.placeId)
    const draft = draftOf(code, people, visitId, collectionUnit)
    await tx.intake.save({ draftId, staffId: staff.id, savedAt, draft, asked: [service] })
    return ok({ draftId })
  })
  if (answer.ok) deps.announce('intake-drafts')
  return answer
}

type People = IntakeDraft['services'][number]['people']

/** Who applies; what the service does not ask of that role stays out. */
function peopleOf(service: Service, { name, nik }: VisitNow, day: string): People {
  const asked = questionsFor(service, noFacts(day)).people
  const id = applicantRole(service, asked)
  const data = service.people.find((role) => role.id === id)?.data ?? {}
  const person = { ...('name' in data && { name }), ...('nik' in data && nik !== null && { nik }) }
  return Object.keys(person).length > 0 ? { [id]: person } : {}
}

const draftOf = (service: string, people: People, visitId: string, collectionUnit: string | null): IntakeDraft => ({
  services: [{ service, people, answers: {}, requirements: {}, doubts: [], collectionUnit }],
  ...{ at: { service: 0, step: 'fill' }, repairs: null, visitId },
})
