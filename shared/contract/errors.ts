import { z } from 'zod'

/**
 * Everything that can go wrong, sorted by what the clerk does next: refused = read why, invalid = correct the input,
 * unavailable = try again (nothing is lost), conflict = choose. Words are found by `code` in renderer/i18n; `lkt` is the small number beneath.
 */
export const faultCodes = {
  // sign-in and session
  'sign-in-required': { kind: 'refused', lkt: 'LKT-101' },
  'wrong-password': { kind: 'invalid', lkt: 'LKT-102' },
  'locked-out': { kind: 'refused', lkt: 'LKT-103' },
  'needs-online-sign-in': { kind: 'refused', lkt: 'LKT-104' },
  'not-permitted': { kind: 'refused', lkt: 'LKT-105' },
  'staff-inactive': { kind: 'refused', lkt: 'LKT-106' },
  'not-supervisor': { kind: 'refused', lkt: 'LKT-107' },
  // enrolment
  'not-enrolled': { kind: 'refused', lkt: 'LKT-201' },
  'enrol-code-invalid': { kind: 'invalid', lkt: 'LKT-202' },
  // cards and hand-over
  'card-unknown': { kind: 'refused', lkt: 'LKT-401' },
  'card-not-ready': { kind: 'refused', lkt: 'LKT-402' },
  'not-at-this-counter': { kind: 'refused', lkt: 'LKT-403' },
  'collector-not-allowed': { kind: 'refused', lkt: 'LKT-404' },
  'collector-not-in-household': { kind: 'refused', lkt: 'LKT-405' },
  'papers-missing': { kind: 'refused', lkt: 'LKT-406' },
  'old-card-missing': { kind: 'refused', lkt: 'LKT-407' },
  'pin-required': { kind: 'refused', lkt: 'LKT-408' },
  'pin-locked': { kind: 'refused', lkt: 'LKT-409' },
  'already-handed-over': { kind: 'refused', lkt: 'LKT-410' },
  'signature-missing': { kind: 'refused', lkt: 'LKT-411' },
  'override-not-allowed': { kind: 'refused', lkt: 'LKT-412' },
  'override-answer-wrong': { kind: 'invalid', lkt: 'LKT-413' },
  'too-young': { kind: 'refused', lkt: 'LKT-414' },
  'handover-unknown': { kind: 'refused', lkt: 'LKT-415' },
  'proxy-letter-missing': { kind: 'refused', lkt: 'LKT-416' },
  'override-challenge-wrong': { kind: 'invalid', lkt: 'LKT-417' },
  'override-challenge-expired': { kind: 'refused', lkt: 'LKT-418' },
  'owner-too-young': { kind: 'refused', lkt: 'LKT-419' },
  'override-same-person': { kind: 'refused', lkt: 'LKT-420' },
  'nothing-to-undo': { kind: 'refused', lkt: 'LKT-421' },
  'case-open': { kind: 'refused', lkt: 'LKT-422' },
  'undo-too-late': { kind: 'refused', lkt: 'LKT-423' },
  'undo-needs-supervisor': { kind: 'refused', lkt: 'LKT-424' },
  // devices around the counter
  'printer-unreachable': { kind: 'unavailable', lkt: 'LKT-510' },
  'printer-out-of-paper': { kind: 'unavailable', lkt: 'LKT-511' },
  'printer-stalled': { kind: 'unavailable', lkt: 'LKT-512' },
  'printer-not-set': { kind: 'refused', lkt: 'LKT-513' },
  'print-job-unknown': { kind: 'refused', lkt: 'LKT-514' },
  // network and centre
  offline: { kind: 'unavailable', lkt: 'LKT-601' },
  'centre-error': { kind: 'unavailable', lkt: 'LKT-602' },
  'centre-unreadable': { kind: 'unavailable', lkt: 'LKT-603' },
  'device-quarantined': { kind: 'refused', lkt: 'LKT-604' },
  'protocol-too-old': { kind: 'refused', lkt: 'LKT-605' },
  'no-answer': { kind: 'unavailable', lkt: 'LKT-606' },
  'answer-cut': { kind: 'unavailable', lkt: 'LKT-607' },
  'certificate-untrusted': { kind: 'unavailable', lkt: 'LKT-608' },
  'centre-busy': { kind: 'unavailable', lkt: 'LKT-609' },
  'answer-unreadable': { kind: 'unavailable', lkt: 'LKT-610' },
  // this computer
  'disk-full': { kind: 'unavailable', lkt: 'LKT-701' },
  'database-damaged': { kind: 'unavailable', lkt: 'LKT-702' },
  'database-key-wrong': { kind: 'unavailable', lkt: 'LKT-703' },
  'database-newer': { kind: 'unavailable', lkt: 'LKT-704' },
  'key-store-missing': { kind: 'unavailable', lkt: 'LKT-705' },
  'engine-restarting': { kind: 'unavailable', lkt: 'LKT-706' },
  'file-not-saved': { kind: 'unavailable', lkt: 'LKT-707' },
  'input-invalid': { kind: 'invalid', lkt: 'LKT-801' },
  bug: { kind: 'unavailable', lkt: 'LKT-999' },
} as const satisfies Record<string, { kind: FaultKind; lkt: `LKT-${number}` }>

export type FaultKind = 'refused' | 'invalid' | 'unavailable' | 'conflict'
export type FaultCode = keyof typeof faultCodes

/** `details` carries values for the sentence (who, when, tries left …), never personal data beyond what the screen shows anyway. */
export const fault = z.strictObject({
  code: z.enum(Object.keys(faultCodes) as [FaultCode, ...FaultCode[]]),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})
export type Fault = z.output<typeof fault>
