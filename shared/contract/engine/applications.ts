import { z } from 'zod'
import { filingStatuses } from '#shared/domain/filing/filing-status.ts'
import { command, query } from './call.ts'
import { service } from './intake.ts'
import { id, instant, scope, sha256 } from './values.ts'

/** Name of a role, field or requirement of the catalogue. */
const name = z.string().min(1).max(64)
const words = z.string().trim().max(200)

/** As typed so far: of a draft nothing is demanded. What an application must be says the catalogue. */
const person = z.strictObject({
  name: words.optional(),
  nik: z.string().max(40).optional(),
  kk: z.string().max(40).optional(),
  birthDate: z.string().max(20).optional(),
  birthPlace: words.optional(),
  sex: z.enum(['male', 'female']).optional(),
  married: z.boolean().optional(),
  address: z.string().max(400).optional(),
  phone: z.string().max(32).optional(),
  email: words.optional(),
  passport: z.string().max(32).optional(),
  nationality: words.optional(),
})

const requirement = z.strictObject({
  how: z.enum(['original', 'copy', 'upload', 'missing']),
  /** Of a draft: ids of its documents. Of what was filed: their SHA-256. */
  documents: z.array(z.string().max(64)).max(20),
})

const content = {
  people: z.record(name, person),
  answers: z.record(name, z.string().max(2000)),
  requirements: z.record(name, requirement),
}

/** `about`: role, role.datum, field or requirement, as the problem named it. */
const doubts = z.array(z.strictObject({ code: name, about: name, reason: z.string().trim().min(3).max(400) })).max(40)

/** One service of a draft. */
const begun = z.strictObject({
  service: z.string().min(1).max(32),
  ...content,
  doubts,
  /** Where a card will be collected, a unit of region.units; null: at this desk's own. */
  collectionUnit: scope.nullable(),
})
export type BegunApplication = z.output<typeof begun>

/** What one clerk has begun: one service, or several of a family. `step`: where it was left, in the screen's own words. */
const draft = z.strictObject({
  services: z.array(begun).min(1).max(8),
  at: z.strictObject({ service: z.number().int().min(0), step: z.string().max(40) }),
  /** What this draft puts right; null: it is new. */
  repairs: id.nullable(),
  /** The person of a trip's queue for whom it is filed; absent: none. */
  visitId: id.optional(),
  /** What will be said to the office with a repair; absent: nothing yet. */
  note: z.string().max(2000).optional(),
})
export type IntakeDraft = z.output<typeof draft>

/** `asked`: its services as the catalogue had them when they were begun; none of a draft of an older version. */
const savedDraft = z.strictObject({ draftId: id, savedAt: instant, draft, asked: z.array(service) })

/** The drafts of who asks, the latest first. */
export const intakeDrafts = query({
  name: 'intake.drafts',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      draftId: id,
      savedAt: instant,
      services: z.array(z.string()),
      applicantName: z.string(),
      repairs: id.nullable(),
    }),
  ),
})

/** Null: there is none with this id, or it is another's. */
export const intakeDraft = query({
  name: 'intake.draft',
  input: z.strictObject({ draftId: id }),
  output: z.strictObject({ saved: savedDraft.nullable() }),
})

/** `draftId` null: a new one. Fault: draft-unknown (it was filed or discarded meanwhile, or is another's). */
export const saveIntakeDraft = command({
  name: 'intake.save-draft',
  input: z.strictObject({ draftId: id.nullable(), draft }),
  output: z.strictObject({ draftId: id, savedAt: instant }),
})

export const discardIntakeDraft = command({
  name: 'intake.discard-draft',
  input: z.strictObject({ draftId: id }),
  output: z.strictObject({}),
})

const centre = z.enum(['recorded', 'waiting', 'will-clash', 'case'])
const status = z.enum(filingStatuses)

/** One application filed at a counter, as lists show it. NIK masked. */
const applicationLine = z.strictObject({
  applicationId: id,
  kitirNumber: z.string(),
  kngNumber: z.string().nullable(),
  service: z.string(),
  serviceName: z.string(),
  applicantName: z.string(),
  subjectName: z.string(),
  subjectNik: z.string().nullable(),
  status,
  filedAt: instant,
  staffName: z.string(),
  expectedAt: instant.nullable(),
  /** Why it lies with the citizen; null: it does not, or nothing was said. */
  sentBackNote: z.string().nullable(),
  family: z.strictObject({ id, position: z.number().int(), of: z.number().int() }).nullable(),
  centre,
})
export type ApplicationLine = z.output<typeof applicationLine>

/** Applications that are open for the same person and service: here, or known from the centre. */
export const applicationDuplicates = query({
  name: 'application.duplicates',
  input: z.strictObject({ service: z.string().max(32), niks: z.array(z.string().max(40)).max(20) }),
  output: z.array(
    z.strictObject({
      applicationId: id,
      kitirNumber: z.string(),
      serviceName: z.string(),
      status: z.string(),
      filedAt: instant,
      ownerName: z.string(),
      /** Filed at a counter, or known by its promise alone: it came by KNG. */
      here: z.enum(['filed', 'promised']),
    }),
  ),
})

/**
 * Files everything in a draft: an e-Kitir for each service, in one transaction. `pinJobs`: the citizen's copies that wait to be printed.
 * Faults: draft-unknown, service-unknown, application-unfit {service, code, about}, unit-unknown, not-enrolled.
 */
export const fileApplication = command({
  name: 'application.file',
  input: z.strictObject({ draftId: id }),
  output: z.strictObject({
    filed: z.array(
      z.strictObject({ applicationId: id, kitirId: id, kitirNumber: z.string(), serviceName: z.string() }),
    ),
    /** It was noted with the person of the queue for whom it was filed; null: it was for none, or the day was closed meanwhile. */
    visit: z.strictObject({ tripId: id, visitId: id }).nullable(),
  }),
})

/** Those of this device's units. `search`: kitir number, KNG number, NIK or a part of a name. */
export const listApplications = query({
  name: 'application.list',
  input: z.strictObject({
    filter: z.enum(['open', 'sent-back', 'ready', 'closed', 'all']),
    search: z.string().max(120),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    rows: z.array(applicationLine),
    /** All that match. */
    total: z.number().int(),
    counts: z.strictObject({
      open: z.number().int(),
      sentBack: z.number().int(),
      ready: z.number().int(),
      closed: z.number().int(),
    }),
    dataAsOf: instant.nullable(),
  }),
})

const step = z.strictObject({
  stepId: z.string(),
  status,
  at: instant,
  note: z.string().nullable(),
  by: z.enum(['counter', 'centre', 'kng']),
  about: z.array(z.string()),
})

/** Fault: application-unknown. */
export const getApplication = query({
  name: 'application.get',
  input: z.strictObject({ applicationId: id }),
  output: z.strictObject({
    line: applicationLine,
    people: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()]))),
    answers: z.record(z.string(), z.string()),
    requirements: z.record(z.string(), requirement),
    doubts: z.array(z.strictObject({ code: z.string(), about: z.string(), reason: z.string() })),
    catalogueVersion: z.number().int(),
    collectionUnit: z.string().nullable(),
    /** What that unit is called. */
    collectAt: z.string().nullable(),
    channel: z.enum(['counter', 'kelurahan', 'mobile']),
    steps: z.array(step),
    /** Why it lies with the citizen; null: it does not. */
    sentBack: step.nullable(),
    results: z.array(z.strictObject({ sha256, title: z.string(), pages: z.number().int(), at: instant })),
    kitirs: z.array(
      z.strictObject({
        kitirId: id,
        number: z.string(),
        issuedAt: instant,
        state: z.enum(['valid', 'replaced']),
        /** The citizen's copy with its PIN has not been printed yet. */
        pinWaits: z.boolean(),
      }),
    ),
    family: z.array(applicationLine),
    flags: z.array(z.string()),
  }),
})

/** A draft that puts right what was sent back: filled with what was filed. Faults: application-unknown, not-sent-back. */
export const beginRepair = command({
  name: 'application.begin-repair',
  input: z.strictObject({ applicationId: id }),
  output: z.strictObject({ draftId: id }),
})

/** Sends a draft again that repairs. Faults: draft-unknown, application-unknown, service-unknown, application-unfit. */
export const repairApplication = command({
  name: 'application.repair',
  input: z.strictObject({ draftId: id, note: z.string().trim().max(2000) }),
  output: z.strictObject({ applicationId: id }),
})

/** Faults: application-unknown, application-closed. */
export const withdrawApplication = command({
  name: 'application.withdraw',
  input: z.strictObject({ applicationId: id, reason: z.string().trim().min(3).max(2000) }),
  output: z.strictObject({}),
})

/**
 * An e-Kitir made anew, with a PIN: for an application that is known here by its filing, its card or KNG's row. Fault: application-unknown.
 */
export const reissueKitir = command({
  name: 'ekitir.reissue',
  input: z.strictObject({
    applicationId: id,
    reason: z.enum(['no-pin', 'lost', 'pin-forgotten', 'damaged']),
    /** The clerk has seen that it is the applicant: kept with the act. */
    identitySeen: z.literal(true),
  }),
  output: z.strictObject({ kitirId: id, number: z.string() }),
})
