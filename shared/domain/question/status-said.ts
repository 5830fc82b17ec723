import type { ApplicationStatus } from '../application/application.ts'

/** How an application stands, as it is told to a citizen (within a sentence); Indonesian, whatever the screen speaks. */
export const statusSaid: Readonly<Record<ApplicationStatus, string>> = {
  DIAJUKAN: 'sudah kami terima',
  VERIFIKASI: 'sedang kami periksa',
  PERBAIKAN: 'perlu diperbaiki',
  DITOLAK: 'tidak dapat kami proses',
  DIBATALKAN: 'dibatalkan',
  VALIDASI: 'sedang divalidasi',
  CEK_BIOMETRIK: 'menunggu pemeriksaan biometrik',
  ANTRE_CETAK: 'menunggu dicetak',
  DICETAK: 'sudah dicetak',
  TTE: 'menunggu tanda tangan elektronik',
  SIAP_UNDUH: 'selesai dan siap diunduh',
  TERTUNDA_PUSAT: 'tertunda karena gangguan jaringan pusat',
  TERTUNDA_BLANGKO: 'tertunda karena blangko kosong',
  SIAP_KIRIM: 'siap dikirim ke kelurahan',
  DIKIRIM: 'sedang dikirim ke kelurahan',
  DITERIMA_KEL: 'sudah tiba di kelurahan',
  SIAP_DIAMBIL: 'siap diambil',
  DISERAHKAN: 'sudah diserahkan',
  RETUR: 'dikembalikan ke Dinas',
  HILANG_KEL: 'sedang kami telusuri',
  RUSAK: 'perlu dicetak ulang',
  SELESAI: 'selesai',
}
