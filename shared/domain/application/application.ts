import type { Traced } from '../act/traced.ts'
import type { ExclusionGround } from '../service-clock/promise-rules.ts'
import type { Return } from '../service-clock/stops.ts'
import type { Instant } from '../time.ts'

/** Status codes of domain.md section 4, in the office's own spelling. */
export type ApplicationStatus =
  | 'DIAJUKAN'
  | 'VERIFIKASI'
  | 'PERBAIKAN'
  | 'DITOLAK'
  | 'DIBATALKAN'
  | 'VALIDASI'
  | 'CEK_BIOMETRIK'
  | 'ANTRE_CETAK'
  | 'DICETAK'
  | 'SIAP_KIRIM'
  | 'DIKIRIM'
  | 'DITERIMA_KEL'
  | 'SIAP_DIAMBIL'
  | 'DISERAHKAN'
  | 'RETUR'
  | 'HILANG_KEL'
  | 'TTE'
  | 'SIAP_UNDUH'
  | 'TERTUNDA_PUSAT'
  | 'TERTUNDA_BLANGKO'
  | 'RUSAK'
  | 'SELESAI'

/** The 1x24 h promise as it stood before the clock began again. */
export interface EarlierWindow {
  readonly acceptedAt: Instant | null
  readonly dueAt: Instant | null
  readonly fulfilledAt: Instant | null
  readonly returns?: readonly Return[] | undefined
  /** When the wrong data was seen: the next window began then. */
  readonly until: Instant
}

/** One request of a citizen (permohonan), known by its e-Kitir. */
export interface Application extends Traced {
  readonly id: string
  readonly scope: string
  readonly kitirNumber: string
  readonly kitirCode: string
  /** Code of the service catalogue, e.g. `KTP-ULANG`. */
  readonly service: string
  readonly status: ApplicationStatus
  readonly applicantName: string
  readonly applicantNik: string
  readonly submittedAt: Instant
  /** When it was accepted as complete: the 1x24 h clock starts here. */
  readonly acceptedAt: Instant | null
  /** As the centre knew it; what is shown is worked out by the clock (`clockFactsOf`). */
  readonly dueAt: Instant | null
  readonly fulfilledAt: Instant | null
  /** When the citizen handed it in; absent: when it was submitted. */
  readonly filedAt?: Instant | undefined
  /** Rejected or withdrawn by the citizen. */
  readonly cancelledAt?: Instant | null | undefined
  /** When it lay with the citizen for repair. */
  readonly returns?: readonly Return[] | undefined
  /** Since when the Dinas is asked to print the card again because the kelurahan lost it; null or absent: it is not. */
  readonly reprintAskedAt?: Instant | null | undefined
  /** Windows of the promise that ended because the card showed wrong data, oldest first. */
  readonly earlier?: readonly EarlierWindow[] | undefined
  /** Why it is outside the promise although its service is inside. */
  readonly grounds?: readonly ExclusionGround[] | undefined
  /** Scope of the unit where the result is collected. */
  readonly collectionUnit: string
}
