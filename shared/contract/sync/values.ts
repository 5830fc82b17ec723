import { z } from 'zod'
import { doubts } from '#shared/domain/handover/doubt.ts'

/** Pieces that rows and acts share on the wire. */
export const instant = z.iso.datetime({ precision: 3 })
export const day = z.iso.date()
export const nik = z.string().regex(/^\d{16}$/)
export const scope = z.string().regex(/^[0-9A-Z-]{3,32}$/)
export const id = z.string().min(1).max(64)
/** An id made of two. */
export const longId = z.string().min(1).max(130)
/** SHA-256 in hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Acts that a row has the effect of. */
export const acts = z.array(id).optional()
export const place = z.looseObject({ rack: z.string(), box: z.string(), number: z.string() })
export const collectorKind = z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team'])
export const cardState = z.enum([
  'print-queue',
  'printed',
  'sorted',
  'shipped',
  'ready',
  'with-team',
  'handed-over',
  'returned',
  'lost',
  'damaged',
])
export const caseDecision = z.enum(['one-stands', 'both-happened', 'accepted', 'rejected'])
export const handoverFlag = z.enum([
  'pin-unverified',
  'pin-overridden',
  'identity-not-seen',
  'papers-not-seen',
  'review-later',
  'clock-skew',
  'second-hand-over',
  'card-unknown',
  'not-permitted',
  'card-not-ready',
  'rules-not-met',
  ...doubts,
])
