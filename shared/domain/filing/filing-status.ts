/** Status codes of domain.md section 4 that an application filed at a counter can have, in the office's own spelling, in the order of an undisturbed course. */
export const filingStatuses = [
  'DIAJUKAN',
  'VERIFIKASI',
  'PERBAIKAN',
  'VALIDASI',
  'CEK_BIOMETRIK',
  'TERTUNDA_PUSAT',
  'TERTUNDA_BLANGKO',
  'TTE',
  'ANTRE_CETAK',
  'DICETAK',
  'SIAP_KIRIM',
  'DIKIRIM',
  'DITERIMA_KEL',
  'SIAP_DIAMBIL',
  'DISERAHKAN',
  'SIAP_UNDUH',
  'SELESAI',
  'DITOLAK',
  'DIBATALKAN',
] as const
export type FilingStatus = (typeof filingStatuses)[number]

/** Nothing follows on these. */
export const closedStatuses = [
  'DITOLAK',
  'DIBATALKAN',
  'SELESAI',
  'DISERAHKAN',
] as const satisfies readonly FilingStatus[]

export const isClosed = (status: FilingStatus): boolean => closedStatuses.some((one) => one === status)

/** What the service has made by then lies ready for the citizen. */
export const isFulfilled = (status: FilingStatus): boolean =>
  status === 'SIAP_DIAMBIL' || status === 'DISERAHKAN' || status === 'SIAP_UNDUH' || status === 'SELESAI'
