import type { SlipCopy, SlipPaper, SlipResult } from './filing-slip.ts'

/** What the slip says in its own voice. Paper is Indonesian whatever the language of the screen. */
export const slipWords = {
  title: 'TANDA TERIMA BERKAS',
  sheet: { citizen: 'Lembar warga', office: 'Arsip kantor' } satisfies Record<SlipCopy, string>,
  pin: (pin: string) => `PIN ${pin}`,
  pinCare: 'Simpan PIN ini. PIN hanya dicetak sekali dan tidak dapat dilihat lagi oleh petugas.',
  noPin: 'Lembar ini tanpa PIN. PIN ada pada lembar warga yang pertama; bila hilang, minta e-Kitir baru.',
  kngNumber: 'Nomor KNG',
  replaces: 'Pengganti',
  service: 'Layanan',
  applicant: 'Pemohon',
  subject: 'Untuk',
  papers: 'Berkas yang diterima',
  how: { original: 'asli', copy: 'fotokopi', upload: 'unggah', missing: 'belum ada' } satisfies Record<
    SlipPaper['how'],
    string
  >,
  noPapers: 'Tidak ada',
  papersBefore: 'Sudah diserahkan saat mengajukan',
  expected: 'Selesai',
  estimate: (time: string) => `${time} (perkiraan, bila berkas lengkap)`,
  formal: (days: number) => `Paling lama ${days} hari kerja sejak berkas lengkap`,
  byStatus: 'Tanpa jangka waktu pasti; lihat status permohonan',
  collect: 'Ambil di',
  officer: 'Petugas',
  bringHead: 'Saat mengambil, bawa:',
  bring: {
    'ktp-el': ['Lembar ini dan PIN-nya', 'KK asli', 'KTP-el lama, bila masih ada'],
    kia: ['Lembar ini dan PIN-nya', 'KK asli', 'KTP-el orang tua atau wali'],
    document: [],
    service: ['Lembar ini dan PIN-nya'],
  } satisfies Record<SlipResult, readonly string[]>,
  document:
    'Hasilnya dokumen elektronik bertanda tangan. Unduh dengan nomor dan PIN ini, atau minta dicetak di loket pada kertas HVS A4 80 g.',
  status: 'Pindai QR di atas, atau sebutkan nomor dan PIN, untuk melihat status permohonan.',
  privacy: 'Data Anda dipakai hanya untuk layanan ini dan dilindungi UU 27/2022.',
} as const
