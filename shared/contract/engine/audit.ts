import { z } from 'zod'
import { linkTroubles } from '../../audit/check-link.ts'
import { auditKinds } from '../../domain/audit/audit-kinds.ts'
import { command, query } from './call.ts'
import { day, id, instant } from './values.ts'

/** Who did what: an entry of this computer's chain. `subject` is an id or an outcome, never a name or a NIK. */
const auditLine = z.strictObject({
  position: z.number().int(),
  generation: z.number().int(),
  seq: z.number().int(),
  at: instant,
  kind: z.enum(auditKinds).nullable(),
  /** As it stands in the entry, for a kind of another version of the program. */
  kindText: z.string(),
  subject: z.string(),
  staffName: z.string().nullable(),
  /** It is about an act that was signed and sent to the centre. */
  signed: z.boolean(),
})
export type AuditLine = z.output<typeof auditLine>

/** Entries of one day of this office, the newest first, a page at a time: `before` is the position of the last one shown. */
export const listAudit = query({
  name: 'audit.list',
  input: z.strictObject({
    day,
    staffId: id.nullable(),
    kind: z.enum(auditKinds).nullable(),
    before: z.number().int().nullable(),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    rows: z.array(auditLine),
    more: z.boolean(),
    /** Who has an entry on that day. */
    people: z.array(z.strictObject({ staffId: id, name: z.string() })),
  }),
})

/** Besides what can be wrong with an entry: entries at the end are missing that the centre has, or an act that was signed has no entry. */
export const auditTroubles = [...linkTroubles, 'rolled-back', 'act-missing'] as const

const checked = z.strictObject({
  at: instant,
  entries: z.number().int(),
  seconds: z.number(),
  /** The first place where something is wrong; `lastSoundAt`: time of the last entry before it that holds. */
  trouble: z
    .strictObject({
      kind: z.enum(auditTroubles),
      generation: z.number().int(),
      seq: z.number().int(),
      lastSoundAt: instant.nullable(),
    })
    .nullable(),
  /** How many entries of the end the centre does not have yet. */
  unsent: z.number().int(),
})
export type AuditChecked = z.output<typeof checked>

/** Goes through the whole chain, in pieces so short that nobody waits for them; meanwhile audit.state tells how far it is. */
export const checkAudit = command({ name: 'audit.check', input: z.strictObject({}), output: checked })

export const auditState = query({
  name: 'audit.state',
  input: z.strictObject({}),
  output: z.strictObject({
    running: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
    last: checked.nullable(),
  }),
})

/** Entries of these days as a file that is signed by this computer. Faults: file-not-saved, audit-unsound, nothing-to-export. */
export const exportAudit = command({
  name: 'audit.export',
  input: z.strictObject({ from: day, to: day }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string(), entries: z.number().int() }),
})
