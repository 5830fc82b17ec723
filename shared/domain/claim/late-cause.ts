import type { ApplicationStatus } from '../application/application.ts'
import { assertNever } from '../result.ts'

/** Why an application came late, for the ledger: in the words of the office, verifikasi berkas, antrean cetak, pengiriman, pelayanan loket, lainnya. */
export type LateCause = 'verification' | 'print-queue' | 'shipment' | 'counter' | 'other'

export const lateCauses: readonly LateCause[] = ['verification', 'print-queue', 'shipment', 'counter', 'other']

/** Where an application lies that is late: what the check proposes, and a person may change. */
export function likelyCause(status: ApplicationStatus): LateCause {
  switch (status) {
    case 'DIAJUKAN':
    case 'VERIFIKASI':
    case 'PERBAIKAN':
    case 'VALIDASI':
    case 'CEK_BIOMETRIK':
    case 'TERTUNDA_PUSAT':
    case 'TTE':
      return 'verification'
    case 'ANTRE_CETAK':
    case 'DICETAK':
    case 'RUSAK':
    case 'TERTUNDA_BLANGKO':
      return 'print-queue'
    case 'SIAP_KIRIM':
    case 'DIKIRIM':
    case 'DITERIMA_KEL':
    case 'SIAP_DIAMBIL':
    case 'DISERAHKAN':
    case 'HILANG_KEL':
      return 'shipment'
    case 'DITOLAK':
    case 'DIBATALKAN':
    case 'RETUR':
    case 'SELESAI':
    case 'SIAP_UNDUH':
      return 'other'
    default:
      return assertNever(status)
  }
}
