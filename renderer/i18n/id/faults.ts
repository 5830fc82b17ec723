import type { FaultCode } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'

/** title: what happened; kept: what was kept; next: what to do now. Values come from the fault's details. */
interface FaultWords {
  readonly title: string
  readonly kept: string
  readonly next: string
}

const nothingChanged = 'Tidak ada yang berubah.'
const workKept = 'Isian Anda tetap ada di layar.'
const recordKept = 'Serah terima sudah tersimpan.'
const actsKept = 'Semua tindakan tersimpan di komputer ini.'
const stillQueued = 'Bukti tetap di antrean cetak.'

export const faults = {
  'sign-in-required': {
    title: 'Sesi Anda sudah berakhir',
    kept: 'Pekerjaan di layar tetap ada.',
    next: 'Ketik kata sandi Anda lagi untuk melanjutkan.',
  },
  'wrong-password': {
    title: 'Kata sandi salah',
    kept: nothingChanged,
    next: 'Periksa huruf besar (Caps Lock), lalu ketik lagi.',
  },
  'locked-out': {
    title: 'Terlalu banyak salah kata sandi',
    kept: 'Pekerjaan Anda tetap tersimpan.',
    next: 'Tunggu sampai waktunya lewat, atau minta petugas lain masuk.',
  },
  'needs-online-sign-in': {
    title: 'Perlu masuk daring dahulu',
    kept: nothingChanged,
    next: 'Sambungkan jaringan, lalu masuk sekali. Sesudah itu bisa masuk tanpa jaringan.',
  },
  'not-permitted': {
    title: 'Peran Anda tidak boleh melakukan ini',
    kept: nothingChanged,
    next: 'Minta petugas yang berwenang masuk: Ctrl+L, lalu Ganti petugas.',
  },
  'staff-inactive': {
    title: 'Akun ini tidak aktif',
    kept: nothingChanged,
    next: 'Hubungi admin Dinas untuk mengaktifkannya.',
  },
  'not-supervisor': {
    title: 'Akun ini bukan pengawas',
    kept: workKept,
    next: 'Minta pengawas memasukkan nama dan kata sandinya sendiri.',
  },
  'not-enrolled': {
    title: 'Komputer ini belum terdaftar',
    kept: nothingChanged,
    next: 'Masukkan kode aktivasi dari admin Dinas.',
  },
  'enrol-code-invalid': {
    title: 'Kode aktivasi tidak berlaku',
    kept: nothingChanged,
    next: 'Periksa kodenya, atau minta kode baru. Satu kode hanya untuk satu komputer.',
  },
  'card-unknown': {
    title: 'Kartu tidak ada di data unit ini',
    kept: workKept,
    next: 'Tekan Sinkronkan sekarang di Sinkronisasi (F9), lalu pindai lagi (F2).',
  },
  'card-not-ready': {
    title: 'Kartu belum dapat diserahkan',
    kept: workKept,
    next: 'Sampaikan statusnya kepada warga; kartu diserahkan setelah berstatus Siap diambil.',
  },
  'not-at-this-counter': {
    title: 'Kartu tidak berada di loket ini',
    kept: workKept,
    next: 'Jangan serahkan. Pindai lagi e-Kitirnya (F2) untuk melihat keadaannya sekarang.',
  },
  'collector-not-allowed': {
    title: 'Pengambil ini tidak diperbolehkan untuk jenis kartu ini',
    kept: workKept,
    next: 'Pilih pengambil lain sesuai aturan.',
  },
  'collector-not-in-household': {
    title: 'Pengambil bukan anggota KK pemilik',
    kept: workKept,
    next: 'Pilih nama dari Anggota KK, atau pilih Kuasa dan isi surat kuasanya.',
  },
  'papers-missing': {
    title: 'Berkas pengambil belum lengkap',
    kept: workKept,
    next: 'Lihat berkas yang belum ditandai, lalu tandai bila sudah diperlihatkan.',
  },
  'old-card-missing': {
    title: 'Kartu lama belum dicatat',
    kept: workKept,
    next: 'Tandai bahwa kartu lama ditarik, atau isi nomor, tanggal, dan asal SKTLK.',
  },
  'pin-required': {
    title: 'PIN e-Kitir belum diperiksa',
    kept: workKept,
    next: 'Minta warga mengetik PIN, atau tekan Warga lupa PIN untuk meminta pengawas.',
  },
  'pin-locked': {
    title: 'PIN terkunci setelah terlalu banyak salah',
    kept: workKept,
    next: 'Tekan Minta pengawas; kartu hanya diserahkan dengan izinnya.',
  },
  'already-handed-over': {
    title: 'Kartu ini sudah diserahkan',
    kept: 'Bukti serah terima yang pertama tersimpan.',
    next: 'Tekan Lihat bukti untuk memperlihatkannya, atau hubungi pengawas.',
  },
  'signature-missing': {
    title: 'Tanda tangan belum ada',
    kept: workKept,
    next: 'Minta pengambil menandatangani, atau tekan Di kertas.',
  },
  'override-not-allowed': {
    title: 'Cara ini tidak diizinkan di kota ini',
    kept: workKept,
    next: 'Pakai cara persetujuan lain yang ditawarkan.',
  },
  'override-same-person': {
    title: 'Pengawas tidak dapat menyetujui permintaannya sendiri',
    kept: workKept,
    next: 'Minta pengawas lain menyetujui.',
  },
  'nothing-to-undo': {
    title: 'Serah terima ini sudah tidak berlaku',
    kept: 'Bukti yang pertama tetap tersimpan.',
    next: 'Buka lagi kartunya untuk melihat keadaannya sekarang.',
  },
  'case-open': {
    title: 'Serah terima ini sedang diperiksa pengawas',
    kept: 'Semua bukti tetap tersimpan.',
    next: 'Simpan kartunya dan hubungi pengawas yang memeriksa.',
  },
  'undo-too-late': {
    title: 'Serah terima ini sudah terlalu lama untuk dibatalkan',
    kept: 'Bukti yang pertama tetap tersimpan.',
    next: 'Simpan kartunya dan hubungi pengawas.',
  },
  'undo-needs-supervisor': {
    title: 'Pembatalan ini perlu izin pengawas',
    kept: workKept,
    next: 'Minta pengawas mengisi nama pengguna dan kata sandinya di sini.',
  },
  'override-answer-wrong': {
    title: 'Angka jawaban pengawas tidak cocok',
    kept: workKept,
    next: 'Bacakan ulang kodenya, lalu ketik jawabannya. Bila ditolak lagi atau waktunya lewat, tutup (Esc) dan minta lagi dengan Buat kode.',
  },
  'too-young': {
    title: 'Pengambil belum cukup umur',
    kept: workKept,
    next: 'Pilih pengambil yang sudah berumur 17 tahun.',
  },
  'owner-too-young': {
    title: 'Pemilik KTP-el ini belum berumur 17 tahun',
    kept: workKept,
    next: 'Simpan kembali kartunya; KTP-el diserahkan mulai hari ulang tahun ke-17 pemiliknya.',
  },
  'handover-unknown': {
    title: 'Serah terima ini tidak ditemukan',
    kept: nothingChanged,
    next: 'Tekan Sinkronkan sekarang di Sinkronisasi (F9), lalu coba lagi.',
  },
  'proxy-letter-missing': {
    title: 'Surat kuasa belum diisi',
    kept: workKept,
    next: 'Isi nomor dan tanggal surat kuasa (F-1.07).',
  },
  'override-challenge-wrong': {
    title: 'Kode dari petugas tidak cocok',
    kept: nothingChanged,
    next: 'Minta petugas membacakannya lagi, angka demi angka. Kode dari unit lain tidak dapat dijawab di sini.',
  },
  'override-challenge-expired': {
    title: 'Kode ini sudah tidak berlaku',
    kept: nothingChanged,
    next: 'Minta petugas membuat kode baru; kode berlaku 10 menit. Bila tetap begini, samakan jam kedua komputer.',
  },
  'printer-unreachable': {
    title: 'Printer tidak terjangkau',
    kept: stillQueued,
    next: 'Periksa kabel dan daya printer, lalu cetak lagi.',
  },
  'printer-out-of-paper': {
    title: 'Kertas printer habis',
    kept: stillQueued,
    next: 'Isi kertas, lalu cetak lagi.',
  },
  'printer-stalled': {
    title: 'Printer tidak menjawab',
    kept: stillQueued,
    next: 'Matikan lalu nyalakan printer, lalu cetak lagi.',
  },
  'printer-not-set': {
    title: 'Printer belum diatur',
    kept: 'Bukti serah terima tersimpan dan dapat dicetak kapan saja.',
    next: 'Atur printer di Pengaturan, lalu cetak lagi; atau simpan bukti sebagai PDF.',
  },
  'print-job-unknown': {
    title: 'Cetakan ini tidak ada lagi di antrean',
    kept: recordKept,
    next: 'Cetak dari Lihat bukti.',
  },
  offline: {
    title: 'Pusat tidak terjangkau',
    kept: actsKept,
    next: 'Lanjutkan bekerja; terkirim sendiri saat jaringan kembali.',
  },
  'centre-error': {
    title: 'Pusat sedang bermasalah',
    kept: actsKept,
    next: 'Lanjutkan bekerja; dicoba lagi dengan sendirinya.',
  },
  'centre-unreadable': {
    title: 'Jawaban jaringan bukan dari pusat',
    kept: actsKept,
    next: 'Mungkin jaringan meminta masuk (portal Wi-Fi). Periksa jaringan, lalu coba lagi.',
  },
  'device-quarantined': {
    title: 'Perangkat ini ditahan oleh pusat',
    kept: actsKept,
    next: 'Hubungi admin Dinas; sebutkan kode perangkat di Pengaturan.',
  },
  'protocol-too-old': {
    title: 'Versi Loket ini terlalu lama untuk pusat',
    kept: 'Semua tindakan tersimpan dan pekerjaan luring tetap bisa.',
    next: 'Minta admin Dinas memasang Loket yang terbaru.',
  },
  'no-answer': {
    title: 'Pusat tidak menjawab',
    kept: actsKept,
    next: 'Lanjutkan bekerja; dicoba lagi dengan sendirinya. Bila berulang, periksa jaringan.',
  },
  'answer-cut': {
    title: 'Jawaban pusat terputus di tengah jalan',
    kept: actsKept,
    next: 'Lanjutkan bekerja; dicoba lagi dengan sendirinya. Jaringan mungkin sedang lemah.',
  },
  'certificate-untrusted': {
    title: 'Sertifikat pusat tidak dapat dipercaya',
    kept: actsKept,
    next: 'Samakan tanggal dan jam komputer, dan pastikan jaringan kantor yang dipakai. Bila tetap begini, hubungi admin Dinas.',
  },
  'centre-busy': {
    title: 'Pusat meminta jeda karena terlalu banyak pertanyaan',
    kept: actsKept,
    next: 'Tunggu sebentar, lalu coba lagi.',
  },
  'answer-unreadable': {
    title: 'Jawaban pusat tidak dapat dibaca',
    kept: actsKept,
    next: 'Coba lagi. Bila berulang, laporkan kode LKT-nya kepada admin Dinas.',
  },
  'disk-full': {
    title: 'Ruang penyimpanan komputer penuh',
    kept: 'Yang sudah dicatat tetap aman; tindakan terakhir belum tersimpan.',
    next: 'Kosongkan ruang penyimpanan, lalu ulangi tindakan itu.',
  },
  'database-damaged': {
    title: 'Berkas data rusak',
    kept: 'Berkasnya tidak diubah dan tidak dihapus.',
    next: 'Jangan pasang ulang. Hubungi admin untuk memulihkan dari cadangan.',
  },
  'database-key-wrong': {
    title: 'Kunci data tidak cocok',
    kept: 'Berkas data utuh, hanya tidak dapat dibuka dengan kunci ini.',
    next: 'Masuk Windows dengan akun yang biasa dipakai, atau hubungi admin untuk pemulihan kunci.',
  },
  'database-newer': {
    title: 'Data dibuat oleh Loket yang lebih baru',
    kept: 'Berkas data tidak diubah.',
    next: 'Minta admin Dinas memasang Loket yang terbaru di komputer ini.',
  },
  'key-store-missing': {
    title: 'Komputer ini tidak punya penyimpanan kunci',
    kept: 'Tidak ada data yang ditulis atau diubah.',
    next: 'Aktifkan penyimpanan kunci sistem, lalu buka Loket lagi.',
  },
  'no-room': {
    title: 'Ruang penyimpanan komputer penuh',
    kept: 'Data yang sudah tersimpan utuh dan tidak diubah.',
    next: 'Kosongkan ruang penyimpanan, lalu buka Loket lagi.',
  },
  'key-unprotected': {
    title: 'Kunci data di komputer ini tidak dilindungi',
    kept: 'Berkas data utuh dan tidak diubah.',
    next: 'Data ini dibuat untuk peragaan dan tidak dibuka di sini. Hubungi admin Dinas.',
  },
  'engine-restarting': {
    title: 'Mesin data dimulai ulang',
    kept: 'Tindakan Anda aman.',
    next: 'Tunggu sebentar; layar dilanjutkan dengan sendirinya.',
  },
  'file-not-saved': {
    title: 'Berkas tidak dapat disimpan',
    kept: 'Bukti aslinya tetap ada.',
    next: 'Simpan PDF lagi, ke folder lain.',
  },
  'input-invalid': {
    title: 'Isian tidak dapat dibaca',
    kept: workKept,
    next: 'Periksa lagi isian di layar ini, lalu ulangi.',
  },
  bug: {
    title: 'Terjadi kesalahan di Loket',
    kept: 'Yang sudah dicatat tetap aman.',
    next: 'Coba lagi. Bila berulang, laporkan kode LKT-nya kepada admin.',
  },
  'key-file-damaged': {
    title: 'Berkas kunci rusak',
    kept: 'Berkas data utuh dan tidak diubah.',
    next: 'Hubungi admin untuk pemulihan kunci.',
  },
  'key-file-unreadable': {
    title: 'Berkas kunci tidak dapat dibaca',
    kept: 'Berkas data utuh dan tidak diubah.',
    next: 'Masuk Windows dengan akun yang biasa dipakai, lalu buka Loket lagi.',
  },
  'key-missing': {
    title: 'Berkas kunci tidak ada',
    kept: 'Berkas data utuh dan tidak diubah.',
    next: 'Hubungi admin untuk pemulihan kunci.',
  },
  'key-wrong': {
    title: 'Kunci data tidak cocok',
    kept: 'Berkas data utuh, hanya tidak dapat dibuka dengan kunci ini.',
    next: 'Hubungi admin untuk pemulihan kunci.',
  },
  'database-locked': {
    title: 'Data sedang dipakai program lain',
    kept: 'Berkas data tidak diubah.',
    next: 'Tutup jendela Loket yang lain, lalu buka Loket lagi.',
  },
  'engine-crashing': {
    title: 'Mesin data berulang kali berhenti',
    kept: 'Yang sudah dicatat tetap aman.',
    next: 'Mulai ulang komputer. Bila berulang, hubungi admin.',
  },
  unknown: {
    title: 'Loket tidak dapat membuka datanya',
    kept: 'Berkas data tidak dihapus.',
    next: 'Tutup jendela ini, lalu buka Loket lagi. Bila berulang, hubungi admin.',
  },
} as const satisfies Record<FaultCode | FatalCode, FaultWords>
