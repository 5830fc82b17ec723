import { z } from 'zod'
import { command, query } from './call.ts'
import { id, instant, sha256 } from './values.ts'

/** Bytes as base64 (no data: prefix). Searched for what does not belong there: faster than matching the whole. */
const base64 = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !/[^A-Za-z0-9+/=]|=[^=]/.test(text))

const jpeg = base64(8_000_000)

/** Of a file that a citizen brings, in bytes. */
export const mostPdfBytes = 32_000_000

export const documentLine = z.strictObject({
  documentId: id,
  requirementId: id,
  sha256: z.string(),
  size: z.number().int(),
  pages: z.number().int(),
  /** Of its least sharp page. 0: not known, it was made at another time. */
  dpi: z.number().int(),
  grey: z.boolean(),
  madeAt: instant,
})
export type DocumentLine = z.output<typeof documentLine>

/**
 * The pages of a foreign PDF as pictures: what else is in it (programs, links, files) is left behind. Nothing is kept. Faults: document-encrypted, document-damaged,
 * document-too-many-pages {pages, most}, document-too-heavy.
 */
export const openDocument = query({
  name: 'document.open',
  input: z.strictObject({ pdf: base64(Math.ceil(mostPdfBytes / 3) * 4) }),
  output: z.strictObject({ pages: z.array(z.base64()) }),
})

/**
 * Binds pages (JPEG) to the one PDF of a requirement, in the place of what it had. Faults: document-too-many-pages {pages, most}, document-too-large {pages, bytes,
 * most}: not with readable pages, document-damaged.
 */
export const addDocument = command({
  name: 'document.add',
  input: z.strictObject({ draftId: id, requirementId: id, pages: z.array(jpeg).min(1).max(100) }),
  output: documentLine,
})

/** What the draft has so far; and what a document may be. */
export const listDocuments = query({
  name: 'document.list',
  input: z.strictObject({ draftId: id }),
  output: z.strictObject({
    documents: z.array(documentLine),
    mostBytes: z.number().int(),
    mostPages: z.number().int(),
  }),
})

/** Its pages as JPEG, for the screen. Fault: document-unknown. */
export const previewDocument = query({
  name: 'document.preview',
  input: z.strictObject({ documentId: id }),
  output: z.strictObject({ document: documentLine, pages: z.array(z.base64()) }),
})

/** Fault: document-unknown. */
export const removeDocument = command({
  name: 'document.remove',
  input: z.strictObject({ documentId: id }),
  output: z.strictObject({}),
})

/** Why somebody looks into what a citizen filed before; it is kept in the audit trail. */
export const archivePurposes = ['same-paper', 'citizen-asks', 'check'] as const
const purpose = z.enum(archivePurposes)

/**
 * What the people of a draft filed before, at the units of this device: the newest first. A command, since the look itself is kept in the audit trail with its purpose.
 * Fault: draft-unknown.
 */
export const listArchive = command({
  name: 'document.archive',
  input: z.strictObject({ draftId: id, purpose }),
  output: z.strictObject({
    documents: z.array(
      z.strictObject({
        filingId: id,
        sha256: z.string(),
        /** What the requirement was called, and the service. */
        label: z.string(),
        serviceName: z.string(),
        filedAt: instant,
        ofName: z.string(),
      }),
    ),
  }),
})

/** Takes one of them for a requirement of the draft. Faults: draft-unknown, application-unknown, document-unknown, document-damaged, document-not-here, document-not-at-centre, those of the centre. */
export const takeFromArchive = command({
  name: 'document.from-archive',
  input: z.strictObject({
    ...{ draftId: id, requirementId: id, filingId: id, purpose },
    sha256,
  }),
  output: documentLine,
})

/** Why somebody opens what was filed with an application; kept in the audit trail with the name of who opens it. */
export const lookPurposes = ['examine', 'citizen-asks', 'repair'] as const

/**
 * A document of a filed application, its pages as JPEG. That it was opened is in the audit trail before anything is shown. Fetched from the centre where it is not here,
 * and kept encrypted. Faults: application-unknown, document-unknown (not of this application), document-not-here (nor is the centre reached), document-not-at-centre,
 * document-damaged, those of the centre.
 */
export const openFiledDocument = query({
  name: 'document.filed',
  input: z.strictObject({ applicationId: id, sha256, purpose: z.enum(lookPurposes) }),
  output: z.strictObject({ pages: z.array(z.base64()) }),
})
