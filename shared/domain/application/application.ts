import type { Traced } from '../act/traced.ts'
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
  | 'RUSAK'
  | 'SELESAI'

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
  readonly dueAt: Instant | null
  readonly fulfilledAt: Instant | null
  /** Scope of the unit where the result is collected. */
  readonly collectionUnit: string
}
