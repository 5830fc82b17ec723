import type { Instant } from '../time.ts'

/** Lembar warga or arsip kantor. */
export type SlipCopy = 'citizen' | 'office'

/** A paper that was taken in (berkas), and how it was shown. */
export interface SlipPaper {
  readonly label: string
  readonly how: 'original' | 'copy' | 'upload' | 'missing'
}

/** What the result of the application is, and so how the citizen comes by it. */
export type SlipResult = 'ktp-el' | 'kia' | 'document' | 'service'

/**
 * Everything that the paper of a filing says (tanda terima berkas, layout C), but for the PIN, which is given beside it at the moment of printing and
 * stands nowhere else. NIKs arrive masked. One source for screen, bytes and PDF.
 */
export interface FilingSlip {
  /** Kop, from the region pack. */
  readonly head: readonly string[]
  readonly unitLine: string
  /** Number of the e-Kitir, and the text of its QR, signed by the device. */
  readonly number: string
  readonly code: string
  /** KNG's own number; null: the centre has not told it yet. */
  readonly kngNumber: string | null
  /** The number that it takes the place of; null: the first. */
  readonly replaces: string | null
  readonly at: Instant
  /** IANA zone of the unit. */
  readonly zone: string
  readonly serviceName: string
  readonly applicantName: string
  readonly applicantNikMasked: string | null
  /** Whose document it will be, where that is another person. */
  readonly subjectName: string | null
  /** Empty: none is asked, or it is a kitir of KNG whose papers are not known here. */
  readonly papers: readonly SlipPaper[]
  readonly result: SlipResult
  /** When it will be ready if the papers are found complete at once; null: nothing is promised. */
  readonly expectedAt: Instant | null
  /** The formal standard in working days; null: not known. */
  readonly formalWorkingDays: number | null
  /** Unit where it is collected; null: nothing to collect. */
  readonly collectAt: string | null
  readonly free: string
  readonly callCentre: string
  readonly staffName: string
  readonly staffCode: string
  readonly offline: boolean
  readonly copyFor: SlipCopy
  /** 0 = original, n = SALINAN KE-n, which never has a PIN. */
  readonly copy: number
}
