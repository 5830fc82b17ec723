import { z } from 'zod'
import { doubts } from '../../domain/handover/doubt.ts'
import { isNik } from '../../domain/nik/check-nik.ts'
import { command, query } from './call.ts'
import { supervisorProof } from './help.ts'
import { cardCentre, cardKind, cardLine, collectorKind, day, id, instant, nik, place, png } from './values.ts'

/**
 * Checks the PIN against the verifier on this device. As many wrong tries as the region pack says lock the card's PIN (kept on disk). Wrong is an
 * answer, not a fault. A PIN of another length than the pack's is input-invalid {field: 'pin'} and no try.
 */
export const checkPin = command({
  name: 'handover.check-pin',
  input: z.strictObject({ cardId: id, pin: z.string().regex(/^\d{4,8}$/) }),
  output: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('verified'), pinToken: z.string() }),
    z.strictObject({ outcome: z.literal('wrong'), triesLeft: z.number().int() }),
    z.strictObject({ outcome: z.literal('locked') }),
    z.strictObject({ outcome: z.literal('no-verifier') }),
  ]),
})

/** A supervisor at this desk signs with username and password. Faults: wrong-password, locked-out, not-supervisor, override-same-person, override-not-allowed. */
export const overrideOnTheSpot = command({
  name: 'override.on-the-spot',
  input: z.strictObject({
    cardId: id,
    ...supervisorProof,
    reason: z.string().trim().min(3).max(300),
  }),
  output: z.strictObject({ overrideToken: z.string(), supervisorName: z.string() }),
})
/** The code to read out on the telephone: 8 digits that name this desk and the minute, valid 10 minutes. */
export const startChallenge = command({
  name: 'override.challenge',
  input: z.strictObject({ cardId: id, reason: z.string().trim().min(3).max(300) }),
  output: z.strictObject({ challengeId: id, challenge: z.string(), validUntil: instant }),
})
/** The 8 digits that the supervisor's Loket answered. Faults: override-answer-wrong {triesLeft}, override-same-person, override-not-allowed. */
export const answerChallenge = command({
  name: 'override.answer',
  input: z.strictObject({ challengeId: id, supervisorId: id, answer: z.string().regex(/^\d{8}$/) }),
  output: z.strictObject({ overrideToken: z.string(), supervisorName: z.string() }),
})
const challenge = z.string().regex(/^\d{8}$/)
/**
 * At the supervisor's own Loket: whom the challenge that a clerk reads out comes from, and until when it holds (device time).
 * Faults: override-challenge-wrong (mistyped, or of another office), override-challenge-expired, override-not-allowed.
 */
export const readChallenge = query({
  name: 'override.read',
  input: z.strictObject({ challenge }),
  output: z.strictObject({ deskCode: z.string(), unitName: z.string(), issuedAt: instant, validUntil: instant }),
})
/** The answer to read out, against the supervisor's own password. Faults: as override.read and as sign-in. */
export const respondToChallenge = command({
  name: 'override.respond',
  input: z.strictObject({
    challenge,
    password: z.string(),
    /** What the clerk asked for, by word of mouth: the answer opens nothing else. */
    purpose: z.enum(['card', 'unlock', 'reset', 'extend']).default('card'),
  }),
  output: z.strictObject({ answer: z.string(), validUntil: instant }),
})
/** Supervisors that can answer a challenge of who asks (id and name): everyone but the asker. */
export const listSupervisors = query({
  name: 'override.supervisors',
  input: z.strictObject({}),
  output: z.array(z.strictObject({ staffId: id, name: z.string() })),
})

const collector = z.strictObject({
  kind: collectorKind,
  /** A known member of the KK, instead of name and NIK. */
  memberId: z.string().nullable(),
  name: z.string().trim().max(200),
  nik: nik.refine(isNik).nullable(),
  relation: z.string().trim().max(60),
  proxyLetter: z.strictObject({ number: z.string().trim().min(1).max(60), date: day }).nullable(),
})

/**
 * Whose label the code is, for a hand-over that is open: `own`, that of another card (whose, and in what it differs), or no label of a card known here.
 * Logged without the code's text. Fault: card-unknown.
 */
export const checkLabel = command({
  name: 'handover.check-label',
  input: z.strictObject({ cardId: id, code: z.string().max(20_000) }),
  output: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('own') }),
    z.strictObject({
      outcome: z.literal('other'),
      ownerName: z.string(),
      kitirNumber: z.string(),
      kind: cardKind,
      differs: z.array(z.enum(['owner', 'kind', 'kitir', 'card'])),
    }),
    z.strictObject({ outcome: z.literal('no-label') }),
  ]),
})

/** What should make the clerk look twice at this collector (see doubt.ts): the hand-over then needs a reason. `pickUps`: what this person took today for other households. Fault: card-unknown. */
export const readDoubts = query({
  name: 'handover.doubts',
  input: z.strictObject({ cardId: id, kind: collectorKind, memberId: z.string().nullable(), nik: nik.nullable() }),
  output: z.strictObject({
    doubts: z.array(z.enum(doubts)),
    limit: z.number().int(),
    pickUps: z.array(z.strictObject({ at: instant, receiptNumber: z.string(), ownerNikMasked: z.string() })),
  }),
})

/**
 * The clerk has this card before him: the other desks of the office are told, and none of them hands it over meanwhile. `claimedBy`: one of them was first,
 * for so many seconds yet unless it gives it back; null: it is this desk's for 40 seconds, or there is no other desk to ask. Ask again while the card is before the clerk.
 */
export const beginHandover = command({
  name: 'handover.begin',
  input: z.strictObject({ cardId: id }),
  output: z.strictObject({
    claimedBy: z.strictObject({ deviceCode: z.string(), seconds: z.number().int() }).nullable(),
  }),
})
/** It was not handed over after all: the other desks may. */
export const leaveHandover = command({
  name: 'handover.leave',
  input: z.strictObject({ cardId: id }),
  output: z.strictObject({}),
})

/**
 * Records the fact, the outbox entry, the audit entry and the print job in one transaction. Repeating the same requestId returns the same answer.
 * Faults: card-unknown, card-not-ready, not-at-this-counter, case-open, already-handed-over {at, staffName, collectorName, receiptNumber, deviceCode}, collector-not-allowed, collector-not-in-household, papers-missing {papers},
 * collector-is-owner, collector-nik-missing, letter-date-ahead, label-differs, label-missing, doubt-needs-reason {doubts}, proxy-letter-missing, old-card-missing, pin-required, pin-locked, signature-missing, owner-too-young, too-young (the collector), disk-full,
 * being-handed-over {deviceCode, seconds} (at another desk of the office, right now).
 */
export const recordHandover = command({
  name: 'handover.record',
  input: z.strictObject({
    cardId: id,
    pin: z.discriminatedUnion('means', [
      z.strictObject({ means: z.literal('verified'), pinToken: z.string() }),
      z.strictObject({ means: z.literal('no-verifier') }),
      z.strictObject({ means: z.literal('override'), overrideToken: z.string() }),
      z.strictObject({ means: z.literal('review-later'), reason: z.string().trim().min(3).max(300) }),
    ]),
    collector,
    papers: z.array(z.string().max(40)).max(20),
    identity: z.discriminatedUnion('seen', [
      z.strictObject({ seen: z.literal(true) }),
      z.strictObject({ seen: z.literal(false), reason: z.string().trim().min(3).max(300) }),
    ]),
    oldCard: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('withdrawn'), drawer: z.string().max(20).nullable() }),
      z.strictObject({
        kind: z.literal('police-letter'),
        number: z.string().trim().min(1).max(60),
        date: day,
        station: z.string().trim().min(1).max(60),
      }),
    ]),
    signature: png,
    photo: png.nullable(),
    /** Text of the card's own label, where it was scanned. */
    label: z.string().max(20_000).nullable().default(null),
    /** Why the card is given in spite of the doubts that `handover.doubts` tells. */
    doubtReason: z.string().trim().min(3).max(300).nullable().default(null),
  }),
  output: z.strictObject({
    handoverId: id,
    receiptNumber: z.string(),
    printJobId: id.nullable(),
    card: cardLine,
    /** Other cards of the same e-Kitir that lie ready here. */
    alsoReady: z.array(cardLine),
  }),
})

/**
 * What it takes to undo this hand-over now, by who asks: nothing more, a supervisor who stands by, or it cannot be. `place`: where the card lay.
 * Fault: handover-unknown.
 */
export const undoTerms = query({
  name: 'handover.undo-terms',
  input: z.strictObject({ handoverId: id }),
  output: z.strictObject({ terms: z.enum(['alone', 'with-supervisor', 'no']), place: place.nullable() }),
})

const placeWord = z.string().trim().max(20)

/**
 * The card of a mistaken hand-over came back (batal serah): it lies ready again, the hand-over stays on record as undone. `place` null: where it lay
 * before. `supervisor` is asked for by the terms alone. Repeating the same requestId returns the same answer. Faults: handover-unknown, card-unknown,
 * nothing-to-undo, case-open, undo-too-late, undo-needs-supervisor, override-same-person, not-supervisor, those of sign-in, disk-full.
 */
export const undoHandover = command({
  name: 'handover.undo',
  input: z.strictObject({
    handoverId: id,
    reason: z.string().trim().min(3).max(300),
    place: z.strictObject({ rack: placeWord, box: placeWord, number: placeWord }).nullable(),
    supervisor: z.strictObject(supervisorProof).nullable(),
  }),
  output: z.strictObject({ undoId: id, card: cardLine }),
})

/** Plain data of one receipt: shared/domain/receipt turns it into lines for screen, bytes and PDF alike. */
export const receiptData = z.strictObject({
  head: z.array(z.string()),
  unitLine: z.string(),
  cardKind: z.enum(['ktp-el', 'kia']),
  number: z.string(),
  at: instant,
  zone: z.string(),
  ownerName: z.string(),
  ownerNikMasked: z.string(),
  kitirNumber: z.string(),
  issueReason: z.enum(['new', 'age-17', 'damaged', 'lost', 'data-change', 'moved-in']),
  collectorName: z.string(),
  collectorNikMasked: z.string().nullable(),
  relation: z.string(),
  basis: z.strictObject({
    kind: collectorKind,
    pin: z.enum(['verified', 'no-verifier', 'overridden']),
    proxyLetter: z.strictObject({ number: z.string(), date: day }).nullable(),
    onList: z.boolean().optional(),
  }),
  oldCard: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('withdrawn'), drawer: z.string().nullable() }),
    z.strictObject({ kind: z.literal('police-letter'), number: z.string(), date: day, station: z.string() }),
  ]),
  statement: z.string(),
  free: z.string(),
  callCentre: z.string(),
  staffName: z.string(),
  staffCode: z.string(),
  offline: z.boolean(),
  /** 0 = original, n = SALINAN ke-n. */
  copy: z.number().int().min(0),
  /** Number of the list on which the owner signs by pen. */
  onList: z.string().optional(),
  /** Worth nothing any more: when and why. */
  ended: z
    .strictObject({ how: z.enum(['undone', 'set-aside']), at: instant.nullable(), reason: z.string() })
    .optional(),
})
export type ReceiptData = z.output<typeof receiptData>

/** One hand-over with its receipt (as printed) and signature. */
export const getHandover = query({
  name: 'handover.get',
  input: z.strictObject({ handoverId: id }),
  output: z.strictObject({
    handoverId: id,
    card: cardLine,
    receipt: receiptData,
    signature: png.nullable(),
    photo: png.nullable(),
    standing: z.enum(['stands', 'contested', 'set-aside', 'undone']),
    centre: cardCentre,
    /** The supervisor's decision that its standing comes from; null where there was none. */
    decided: z
      .strictObject({ staffName: z.string(), at: instant, caseNumber: z.string(), reason: z.string() })
      .nullable(),
  }),
})

/**
 * Prints the receipt: the original (copy 0) where none came out at this device yet, otherwise SALINAN ke-n; counted and logged.
 * Faults: handover-unknown, card-unknown, printer-not-set.
 */
export const reprintReceipt = command({
  name: 'handover.reprint',
  input: z.strictObject({ handoverId: id }),
  output: z.strictObject({ printJobId: id, copy: z.number().int() }),
})

/** A4 bukti serah terima (layout A) as PDF; the shell asks where to save it. `saved` is false when the person cancelled. */
export const saveHandoverPdf = command({
  name: 'handover.save-pdf',
  input: z.strictObject({ handoverId: id }),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})
