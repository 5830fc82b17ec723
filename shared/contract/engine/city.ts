import { z } from 'zod'
import { caseAnswer } from '../sync/case-query.ts'
import { claimAnswer, claimsAnswer, complaintsAnswer } from '../sync/claim-queries.ts'
import {
  blobAnswer,
  cardsAnswer,
  casesAnswer,
  devicesAnswer,
  effectsAnswer,
  incidentsAnswer,
  shipmentsAnswer,
  staffAnswer,
  unitsAnswer,
} from '../sync/queries.ts'
import { command, query } from './call.ts'
import { cardState, id, instant, png, role } from './values.ts'

/**
 * What the Dinas sees and does in the other units of the city. Questions go straight to the centre and their answers are kept nowhere. Faults of all:
 * online-only where the centre cannot be reached, not-at-the-dinas on any other device, and those of network and centre.
 */
const scope = z.string().regex(/^[0-9A-Z-]{3,32}$/)
const longId = z.string().min(1).max(130)
const offset = z.number().int().min(0).default(0)
const limit = z.number().int().min(1).max(500).default(100)
const reason = z.string().trim().min(1).max(500)

export const cityUnits = query({
  name: 'city.units',
  input: z.strictObject({}),
  output: unitsAnswer,
})
export const cityCards = query({
  name: 'city.cards',
  input: z.strictObject({ scope, states: z.array(z.enum([...cardState.options, 'missing'])).min(1), offset, limit }),
  output: cardsAnswer,
})
export const cityCases = query({
  name: 'city.cases',
  input: z.strictObject({ scope: scope.nullable(), state: z.enum(['open', 'settled']), offset }),
  output: casesAnswer,
})
/** The case with both hand-overs. */
export const cityCase = query({
  name: 'city.case',
  input: z.strictObject({ caseId: id }),
  output: caseAnswer,
})
/** A signature or photo of the case. */
export const cityEvidence = query({
  name: 'city.evidence',
  input: z.strictObject({ caseId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: blobAnswer,
})
export const cityClaims = query({
  name: 'city.claims',
  input: z.strictObject({ scope: scope.nullable(), waiting: z.boolean(), offset }),
  output: claimsAnswer,
})
/** A claim with what it is decided from: reasons, net time, outages, payments and history. */
export const cityClaim = query({
  name: 'city.claim',
  input: z.strictObject({ claimId: longId }),
  output: claimAnswer,
})
/** Complaints that nobody answered until they went up a level, the highest level first. */
export const cityComplaints = query({
  name: 'city.complaints',
  input: z.strictObject({ scope: scope.nullable(), offset }),
  output: complaintsAnswer,
})
export const cityShipments = query({
  name: 'city.shipments',
  input: z.strictObject({ scope: scope.nullable(), offset, limit }),
  output: shipmentsAnswer,
})
/** Computers of the city, the one that most needs somebody first. */
export const cityDevices = query({
  name: 'city.devices',
  input: z.strictObject({ scope: scope.nullable(), revoked: z.boolean().default(false), offset }),
  output: devicesAnswer,
})
/** The register, and the services that an incident may have struck. */
export const cityIncidents = query({
  name: 'city.incidents',
  input: z.strictObject({}),
  output: incidentsAnswer.extend({ services: z.array(z.string()) }),
})
const struck = {
  from: instant,
  to: instant.nullable(),
  /** null: all of them. */
  units: z.array(scope).min(1).nullable(),
  services: z.array(z.string()).min(1).nullable(),
}
/** What an incident would stop, before it is registered. */
export const incidentEffects = query({
  name: 'city.incident-effects',
  input: z.strictObject(struck),
  output: effectsAnswer,
})

/** What the centre said; `waiting`: it did not answer in time, the act is kept in the outbox and will be sent. `code`: why, for words. */
const cityVerdict = z.strictObject({
  verdict: z.enum(['applied', 'conflict', 'refused', 'waiting']),
  code: z.string().nullable(),
  caseId: longId.nullable(),
})
export type CityVerdict = z.output<typeof cityVerdict>

/** Of who decides: the decision is signed with it. Faults of it are those of sign-in. */
const password = z.string().min(1).max(256)

export const citySettleCase = command({
  name: 'city.settle-case',
  input: z.strictObject({
    scope,
    caseId: id,
    cardId: id.nullable(),
    decision: z.enum(['one-stands', 'both-happened', 'accepted', 'rejected']),
    standsHandoverId: id.nullable(),
    handoversSeen: z.array(id),
    reason,
    password,
  }),
  output: cityVerdict,
})
export const cityNoteCase = command({
  name: 'city.note-case',
  input: z.strictObject({ scope, caseId: id, cardId: id.nullable(), text: reason }),
  output: cityVerdict,
})
export const cityDecideClaim = command({
  name: 'city.decide-claim',
  input: z.strictObject({
    scope,
    applicationId: id,
    /** Whole rupiah, as the check worked it out: the centre refuses another amount. */
    amount: z.number().int().nonnegative(),
    decision: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('approve'), reason: reason.nullable() }),
      z.strictObject({ kind: z.literal('reject'), reason }),
      z.strictObject({ kind: z.literal('order-payment') }),
      z.strictObject({ kind: z.literal('settle'), outcome: z.enum(['stands', 'check-anew']), reason }),
    ]),
    password,
  }),
  output: cityVerdict,
})
export const cityAnswerComplaint = command({
  name: 'city.answer-complaint',
  input: z.strictObject({ scope, complaintId: id, text: z.string().trim().min(3).max(2000) }),
  output: cityVerdict,
})
export const cityRegisterIncident = command({
  name: 'city.register-incident',
  input: z.strictObject({ kind: z.enum(['outage', 'no-blanks']), ...struck, source: reason }),
  output: cityVerdict,
})
export const cityEndIncident = command({
  name: 'city.end-incident',
  input: z.strictObject({ incidentId: id, to: instant }),
  output: cityVerdict,
})
export const cityWithdrawIncident = command({
  name: 'city.withdraw-incident',
  input: z.strictObject({ incidentId: id, reason }),
  output: cityVerdict,
})
/** Cards leave for a kelurahan with a courier. `number`: of the berita acara pengiriman, final for ever. */
export const cityDispatch = command({
  name: 'city.dispatch',
  input: z.strictObject({
    scope,
    cardIds: z.array(id).min(1).max(500),
    courierName: z.string().trim().min(1).max(120),
    signature: png,
    courierSignature: png.nullable(),
  }),
  output: cityVerdict.extend({ shipmentId: id, number: z.string() }),
})

/** The people of the city; for administrators. `text`: part of a name. */
export const cityStaff = query({
  name: 'city.staff',
  input: z.strictObject({ scope: scope.nullable(), text: z.string().trim().max(64), offset }),
  output: staffAnswer,
})

/** What the city knows of somebody who works in one of its units. */
const aboutPerson = {
  scope,
  name: z.string().trim().min(3).max(120),
  /** Printed on receipts, e.g. `KTB-R07`. */
  code: z.string().trim().min(2).max(16),
  roles: z.array(role).min(1),
}
/** Shown once and kept nowhere: null where the centre refused, and to a repeat of the same request. */
const withPassword = cityVerdict.extend({ firstPassword: z.string().nullable() })

/** Somebody begins to work in a unit. Refused with username-form, username-nik, username-taken and others (staff-rules). */
export const cityAddPerson = command({
  name: 'city.add-person',
  input: z.strictObject({ ...aboutPerson, username: z.string().trim().min(1).max(64), password }),
  output: withPassword,
})
/** Name, code, roles or unit; who was ended works again. */
export const cityChangePerson = command({
  name: 'city.change-person',
  input: z.strictObject({ ...aboutPerson, personId: id, password }),
  output: cityVerdict,
})
export const cityEndPerson = command({
  name: 'city.end-person',
  input: z.strictObject({ scope, personId: id, reason, password }),
  output: cityVerdict,
})
/** A new first password; the second factor is gone with the old one. */
export const cityResetPassword = command({
  name: 'city.reset-password',
  input: z.strictObject({ scope, personId: id, password }),
  output: withPassword,
})
