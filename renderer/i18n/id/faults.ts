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
  'session-locked': {
    title: 'Layar terkunci',
    kept: 'Pekerjaan di layar tetap ada.',
    next: 'Buka dengan PIN atau kata sandi Anda.',
  },
  'password-must-change': {
    title: 'Kata sandi harus diganti dahulu',
    kept: nothingChanged,
    next: 'Masuk dengan kata sandi yang diberikan, lalu buat kata sandi sendiri.',
  },
  'second-factor-required': {
    title: 'Kode autentikator diperlukan',
    kept: nothingChanged,
    next: 'Ketik 6 angka dari aplikasi autentikator, atau satu kode cadangan.',
  },
  'second-factor-wrong': {
    title: 'Kode autentikator salah',
    kept: nothingChanged,
    next: 'Tunggu kode berikutnya, lalu ketik lagi. Satu kode berlaku sekali.',
  },
  'second-factor-missing': {
    title: 'Autentikator belum dipasang',
    kept: nothingChanged,
    next: 'Pasang aplikasi autentikator dahulu; kota mewajibkannya untuk peran Anda.',
  },
  'second-factor-off': {
    title: 'Pusat belum menyimpan autentikator',
    kept: nothingChanged,
    next: 'Minta pengelola pusat menyiapkan kunci autentikator.',
  },
  'pin-wrong': {
    title: 'PIN salah',
    kept: nothingChanged,
    next: 'Ketik lagi PIN Anda, atau pakai kata sandi.',
  },
  'pin-spent': {
    title: 'PIN salah tiga kali',
    kept: nothingChanged,
    next: 'Buka dengan kata sandi. Sesudah itu PIN berlaku lagi.',
  },
  'pin-not-set': {
    title: 'PIN belum dibuat di komputer ini',
    kept: nothingChanged,
    next: 'Buka dengan kata sandi. PIN dibuat di Pengaturan.',
  },
  'pin-unfit': {
    title: 'PIN ini mudah ditebak',
    kept: nothingChanged,
    next: 'Pilih 6 angka lain.',
  },
  'password-unfit': {
    title: 'Kata sandi ini tidak dapat dipakai',
    kept: nothingChanged,
    next: 'Pilih kata sandi lain, paling sedikit 10 tanda.',
  },
  'password-temporary': {
    title: 'Kata sandi sementara hanya berlaku tanpa jaringan',
    kept: nothingChanged,
    next: 'Minta admin Dinas mengatur ulang kata sandi Anda.',
  },
  'centre-reachable': {
    title: 'Pusat sedang tersambung',
    kept: nothingChanged,
    next: 'Selama ada jaringan, admin Dinas yang mengatur ulang kata sandi.',
  },
  'extension-not-needed': {
    title: 'Masuk tanpa jaringan masih berlaku',
    kept: nothingChanged,
    next: 'Masuklah dengan kata sandi Anda.',
  },
  'extension-used': {
    title: 'Perpanjangan sudah pernah diberikan',
    kept: nothingChanged,
    next: 'Sambungkan jaringan sekali, atau minta petugas lain yang masih dapat masuk.',
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
  'centre-not-proven': {
    title: 'Pusat di alamat ini tidak dapat membuktikan dirinya',
    kept: 'Komputer ini tidak didaftarkan, dan kodenya tidak dikirim.',
    next: 'Jangan ketik kode itu di tempat lain. Periksa alamat pada slip, lalu hubungi admin Dinas.',
  },
  'address-not-safe': {
    title: 'Alamat pusat ini tidak aman',
    kept: nothingChanged,
    next: 'Alamat harus dimulai dengan https://. Salin dari slip aktivasi, atau pindai kode QR-nya.',
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
  'label-differs': {
    title: 'Label ini milik kartu lain',
    kept: workKept,
    next: 'Kembalikan kartu itu ke tempatnya, ambil kartu yang benar, lalu pindai labelnya.',
  },
  'label-missing': {
    title: 'Label kartu belum dipindai',
    kept: workKept,
    next: 'Pindai label pada kartu yang Anda pegang.',
  },
  'collector-is-owner': {
    title: 'NIK pengambil sama dengan NIK pemilik',
    kept: workKept,
    next: 'Pilih Sendiri bila pemilik yang datang, atau ketik NIK pengambil dari KTP-elnya.',
  },
  'doubt-needs-reason': {
    title: 'Perlu alasan sebelum diserahkan',
    kept: workKept,
    next: 'Baca peringatannya, lalu tulis mengapa kartu tetap diserahkan.',
  },
  'bulk-nobody': {
    title: 'Tidak satu pun kartu dapat diserahkan',
    kept: workKept,
    next: 'Lihat alasan pada tiap baris, lalu perbaiki atau serahkan satu per satu.',
  },
  'old-card-gone': {
    title: 'Ada kartu lama yang sudah tidak di laci',
    kept: workKept,
    next: 'Daftarnya sudah diperbarui. Periksa lagi yang ditandai, lalu ulangi.',
  },
  'audit-unsound': {
    title: 'Jejak audit tidak utuh',
    kept: 'Jejak itu sendiri tidak berubah.',
    next: 'Tekan Periksa rantai untuk melihat tempatnya, lalu beri tahu Dinas.',
  },
  'nothing-to-export': {
    title: 'Tidak ada catatan pada hari itu',
    kept: 'Jejak audit tetap utuh.',
    next: 'Pilih hari lain.',
  },
  'printer-not-approved': {
    title: 'Printer ini belum disetujui',
    kept: 'Pengaturan yang lama tetap berlaku.',
    next: 'Pilih port printer (USB, COM), printer jaringan, atau printer Windows. Nama berbagi seperti \\\\PC\\printer didaftarkan Dinas dahulu.',
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
    title: 'Sudah terlalu lama untuk dibatalkan',
    kept: 'Bukti yang pertama tetap tersimpan.',
    next: 'Simpan kartunya dan hubungi pengawas.',
  },
  'undo-needs-supervisor': {
    title: 'Pembatalan ini perlu izin pengawas',
    kept: workKept,
    next: 'Minta pengawas mengisi nama pengguna dan kata sandinya di sini.',
  },
  'application-unknown': {
    title: 'Permohonan ini tidak ada di data kelurahan ini',
    kept: 'Tidak ada yang diubah.',
    next: 'Periksa nomor e-Kitir. Permohonan kelurahan lain diklaim di kelurahan itu.',
  },
  'claim-unknown': {
    title: 'Klaim ini belum ada di komputer ini',
    kept: 'Tidak ada yang diubah.',
    next: 'Sinkronkan (F9), lalu buka lagi dari daftar klaim.',
  },
  'already-claimed': {
    title: 'Permohonan ini sudah punya klaim',
    kept: 'Klaim yang ada tetap berlaku.',
    next: 'Buka klaim itu; satu permohonan hanya satu klaim.',
  },
  'already-paid': {
    title: 'Klaim ini sudah dibayar',
    kept: 'Tidak ada yang dibayar dua kali.',
    next: 'Lihat kuitansinya; cetak SALINAN bila warga memerlukannya.',
  },
  'already-decided': {
    title: 'Klaim ini sudah diputuskan',
    kept: 'Keputusan pertama berlaku.',
    next: 'Lihat siapa yang memutuskan di rincian klaim.',
  },
  'claim-wrong-state': {
    title: 'Langkah ini belum waktunya',
    kept: 'Klaim tetap seperti semula.',
    next: 'Kerjakan dulu langkah berikutnya yang tampak di klaim.',
  },
  'claim-case-open': {
    title: 'Klaim ini sedang diperiksa pengawas',
    kept: 'Tidak ada yang dibayar selama kasus terbuka.',
    next: 'Tunggu pengawas menyelesaikan kasusnya.',
  },
  'claim-no-case': {
    title: 'Klaim ini tidak punya kasus terbuka',
    kept: 'Tidak ada yang diubah.',
    next: 'Sinkronkan (F9); kasusnya mungkin sudah diselesaikan.',
  },
  'supervisor-only': {
    title: 'Hanya pengawas yang memutuskan',
    kept: 'Klaim tetap seperti semula.',
    next: 'Minta pengawas masuk dan memutuskan.',
  },
  'already-reviewed': {
    title: 'Sudah ditinjau',
    kept: 'Pengawas lain sudah meninjau serah terima ini.',
    next: 'Muat ulang daftarnya.',
  },
  'own-hand-over': {
    title: 'Serah terima Anda sendiri',
    kept: 'Yang menyerahkan atau mengizinkan tidak meninjau sendiri.',
    next: 'Minta pengawas lain meninjaunya.',
  },
  'own-claim': {
    title: 'Anda sendiri bertindak dalam klaim ini',
    kept: 'Klaim tetap menunggu keputusan.',
    next: 'Pengawas lain yang memutuskan.',
  },
  'not-eligible': {
    title: 'Kompensasi tidak dapat disetujui',
    kept: 'Klaim tetap seperti semula.',
    next: 'Baca alasannya; tolak klaim ini dengan alasan itu.',
  },
  'amount-differs': {
    title: 'Jumlahnya tidak sama dengan perhitungan',
    kept: 'Tidak ada uang yang tercatat keluar.',
    next: 'Periksa ulang klaimnya, lalu gunakan jumlah yang tertera.',
  },
  'reason-missing': {
    title: 'Alasan belum diisi',
    kept: 'Klaim tetap seperti semula.',
    next: 'Tulis alasan keputusan.',
  },
  'checked-by-you': {
    title: 'Anda yang memeriksa klaim ini',
    kept: 'Klaim tetap menunggu pembayaran.',
    next: 'Petugas lain yang membayar.',
  },
  'approved-by-you': {
    title: 'Anda yang menyetujui klaim ini',
    kept: 'Klaim tetap menunggu pembayaran.',
    next: 'Petugas lain yang membayar.',
  },
  'shift-open': {
    title: 'Shift di meja ini sudah dibuka',
    kept: 'Shift yang terbuka tetap berjalan.',
    next: 'Tutup shift itu dahulu.',
  },
  'shift-none': {
    title: 'Shift ini sudah ditutup',
    kept: 'Hitungan yang pertama tetap tersimpan.',
    next: 'Buka lagi Hari ini untuk melihat keadaannya.',
  },
  'taker-same-person': {
    title: 'Laci tidak dapat diserahkan kepada diri sendiri',
    kept: workKept,
    next: 'Pilih petugas lain, atau biarkan laci tertutup.',
  },
  'taker-not-permitted': {
    title: 'Petugas ini tidak boleh memegang laci',
    kept: workKept,
    next: 'Pilih petugas loket, petugas kelurahan, tim jemput bola atau pengawas.',
  },
  'difference-unexplained': {
    title: 'Ada selisih tanpa penjelasan',
    kept: workKept,
    next: 'Jelaskan setiap selisih, lalu simpan lagi.',
  },
  'case-unknown': {
    title: 'Kasus ini belum ada di komputer ini',
    kept: 'Tidak ada bukti yang hilang.',
    next: 'Sinkronkan, lalu buka lagi.',
  },
  'case-settled': {
    title: 'Kasus ini sudah diputuskan pengawas lain',
    kept: 'Keputusan Anda tidak dijalankan; semua bukti tetap tersimpan.',
    next: 'Baca keputusan yang berlaku.',
  },
  'case-grown': {
    title: 'Ada bukti baru dalam kasus ini',
    kept: 'Keputusan Anda tidak dijalankan; semua bukti tetap tersimpan.',
    next: 'Lihat bukti yang baru, lalu putuskan lagi.',
  },
  'evidence-pending': {
    title: 'Tanda tangan belum lengkap di pusat',
    kept: 'Keputusan Anda tidak dijalankan; semua bukti tetap tersimpan.',
    next: 'Tunggu sampai kedua perangkat tersinkron, lalu putuskan lagi.',
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
    next: 'Simpan kembali kartunya sampai ulang tahun ke-17 pemiliknya. Bila ia sudah atau pernah kawin, tulis nomor akta atau buku nikahnya sebagai alasan.',
  },
  'handover-unknown': {
    title: 'Serah terima ini tidak ditemukan',
    kept: nothingChanged,
    next: 'Tekan Sinkronkan sekarang di Sinkronisasi (F9), lalu coba lagi.',
  },
  'being-handed-over': {
    title: 'Kartu ini sedang diserahkan di loket lain',
    kept: 'Isian Anda tetap ada di layar ini; belum ada yang tercatat.',
    next: 'Tanyakan ke loket itu. Begitu di sana dibatalkan, Anda dapat melanjutkan. Bila loket itu mati, kartunya bebas dalam satu menit.',
  },
  'told-by-neighbour': {
    title: 'Serah terima ini dicatat di loket lain dan belum sampai di pusat',
    kept: 'Catatannya tetap ada di loket itu.',
    next: 'Batalkan di loket yang mencatatnya, atau tunggu sampai pusat mengetahuinya.',
  },
  'collector-nik-missing': {
    title: 'NIK pengambil belum diisi',
    kept: workKept,
    next: 'Salin NIK dari KTP-el pengambil.',
  },
  'letter-date-ahead': {
    title: 'Tanggal surat belum tiba',
    kept: workKept,
    next: 'Periksa tanggal surat kuasa atau surat kehilangannya.',
  },
  'own-act': {
    title: 'Kasus ini tentang serah terima Anda sendiri',
    kept: workKept,
    next: 'Minta pengawas lain atau pengawas Dinas memutuskannya.',
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
  'shipment-unknown': {
    title: 'Pengiriman tidak ada di data unit ini',
    kept: nothingChanged,
    next: 'Tekan Sinkronkan sekarang di Sinkronisasi (F9), lalu buka lagi.',
  },
  'count-empty': {
    title: 'Belum ada kartu yang dihitung',
    kept: nothingChanged,
    next: 'Pindai label kartu satu per satu, lalu tekan Selesai.',
  },
  'count-unexplained': {
    title: 'Selisih belum dijelaskan',
    kept: 'Hitungan Anda tersimpan di komputer ini.',
    next: 'Isi keterangan setiap kartu yang kurang, rusak, atau lebih.',
  },
  'move-wrong-state': {
    title: 'Satu kartu tidak lagi di laci',
    kept: 'Belum ada yang dicatat; semua kartu tetap seperti semula.',
    next: 'Periksa keadaan kartu itu sekarang dan keluarkan dari pilihan.',
  },
  'reminder-too-early': {
    title: 'Satu kartu belum cukup lama tersimpan untuk diingatkan',
    kept: 'Belum ada yang dicatat; semua kartu tetap seperti semula.',
    next: 'Keluarkan kartu itu dari pilihan.',
  },
  'return-too-early': {
    title: 'Satu kartu belum cukup lama tersimpan untuk dikembalikan ke Dinas',
    kept: 'Belum ada yang dicatat; semua kartu tetap seperti semula.',
    next: 'Keluarkan kartu itu dari pilihan.',
  },
  'place-missing': {
    title: 'Tempat kartu belum diisi',
    kept: 'Belum ada yang dicatat; semua kartu tetap seperti semula.',
    next: 'Isi rak, kotak, dan nomor.',
  },
  'not-announced': {
    title: 'Kartu ini tidak ada dalam daftar kiriman',
    kept: nothingChanged,
    next: 'Kartu yang tidak dikirim tidak dapat kurang. Salah pindai? Batalkan hitungannya dengan Alt+Delete.',
  },
  'already-signed': {
    title: 'Kartu ini sudah ditandatangani',
    kept: nothingChanged,
    next: 'Yang terjadi sesudah diterima dicatat pada kartunya: buka Kartu (Alt+5).',
  },
  'place-taken': {
    title: 'Tempat itu sudah terisi',
    kept: 'Hitungan Anda tersimpan di komputer ini.',
    next: 'Pilih rak, kotak, atau nomor lain.',
  },
  'blanks-unexplained': {
    title: 'Selisih blangko belum dijelaskan',
    kept: workKept,
    next: 'Isi keterangan: mengapa jumlahnya berbeda atau mengapa rusak.',
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
  'paper-unknown': {
    title: 'Dokumen ini tidak dapat dibuat di sini',
    kept: 'Tidak ada yang diubah.',
    next: 'Sinkronkan dahulu, lalu buka lagi dokumennya.',
  },
  'paper-too-long': {
    title: 'Dokumen ini terlalu panjang untuk dicetak langsung',
    kept: 'Tidak ada yang diubah.',
    next: 'Simpan sebagai PDF, lalu cetak dari PDF.',
  },
  offline: {
    title: 'Pusat tidak terjangkau',
    kept: actsKept,
    next: 'Lanjutkan bekerja; terkirim sendiri saat jaringan kembali.',
  },
  'no-network': {
    title: 'Komputer ini tidak tersambung ke jaringan',
    kept: actsKept,
    next: 'Pasang kabel jaringan atau nyalakan Wi-Fi. Pekerjaan tetap bisa dilanjutkan.',
  },
  'internet-down': {
    title: 'Jaringan kantor tersambung, tetapi internet tidak',
    kept: actsKept,
    next: 'Periksa modem atau hubungi penyedia internet. Bila kantor memakai proksi, isi proksi di pengaturan Windows. Pekerjaan tetap bisa dilanjutkan.',
  },
  'name-unknown': {
    title: 'Nama server pusat tidak dikenal jaringan ini (DNS)',
    kept: actsKept,
    next: 'Mulai ulang modem. Bila tetap begini, minta admin jaringan memeriksa DNS. Pekerjaan tetap bisa dilanjutkan.',
  },
  'centre-down': {
    title: 'Layanan pusat sedang mati atau tidak terjangkau',
    kept: actsKept,
    next: 'Lanjutkan bekerja; dicoba lagi dengan sendirinya. Jaringan di sini tidak perlu diperbaiki.',
  },
  'proxy-unreachable': {
    title: 'Proksi jaringan tidak menjawab',
    kept: actsKept,
    next: 'Periksa alamat proksi di pengaturan Windows, atau minta admin jaringan. Pekerjaan tetap bisa dilanjutkan.',
  },
  'proxy-sign-in': {
    title: 'Proksi jaringan meminta nama dan kata sandi',
    kept: actsKept,
    next: 'Minta admin jaringan membuka alamat pusat tanpa masuk proksi. Pekerjaan tetap bisa dilanjutkan.',
  },
  'proxy-refused': {
    title: 'Proksi jaringan menolak sambungan ke pusat',
    kept: actsKept,
    next: 'Minta admin jaringan mengizinkan alamat pusat. Pekerjaan tetap bisa dilanjutkan.',
  },
  'centre-error': {
    title: 'Pusat sedang bermasalah',
    kept: actsKept,
    next: 'Lanjutkan bekerja; dicoba lagi dengan sendirinya.',
  },
  'centre-unreadable': {
    title: 'Jawaban jaringan bukan dari pusat',
    kept: actsKept,
    next: 'Jaringan ini meminta masuk lebih dahulu (portal Wi-Fi). Buka peramban, masuk ke jaringan itu, lalu tekan Sinkronkan sekarang.',
  },
  'device-quarantined': {
    title: 'Perangkat ini ditahan oleh pusat',
    kept: actsKept,
    next: 'Hubungi admin Dinas; sebutkan kode perangkat di Pengaturan.',
  },
  'device-copied': {
    title: 'Komputer ini salinan dari perangkat lain',
    kept: actsKept,
    next: 'Perangkat yang asli berjalan di komputer lain. Hubungi admin Dinas; sebutkan kode perangkat di Pengaturan.',
  },
  'device-revoked': {
    title: 'Komputer ini telah dicabut',
    kept: 'Pekerjaan yang belum terkirim dikirim dahulu ke pusat, tersegel; baru sesudah itu kunci dan data di sini dihapus.',
    next: 'Serahkan komputer ini kepada admin Dinas.',
  },
  'device-act-impossible': {
    title: 'Tindakan ini tidak dapat dilakukan pada komputer itu',
    kept: nothingChanged,
    next: 'Muat ulang daftarnya; keadaannya sudah berubah, atau itu komputer yang sedang dipakai ini.',
  },
  'device-moving': {
    title: 'Komputer ini sedang pindah kantor',
    kept: 'Semua tindakan kantor lama sudah diterima pusat.',
    next: 'Tunggu sebentar. Begitu pusat menjawab, data kantor baru disalin.',
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
    next: 'Samakan tanggal dan jam komputer. Bila sudah benar, ada yang mencegat sambungan (portal Wi-Fi atau proksi pemeriksa): pakai jaringan kantor, atau hubungi admin Dinas.',
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
  'online-only': {
    title: 'Hanya daring',
    kept: 'Tidak ada yang dicatat. Data kota tidak disimpan di perangkat ini.',
    next: 'Coba lagi setelah terhubung ke pusat.',
  },
  'not-at-the-dinas': {
    title: 'Hanya untuk perangkat Dinas',
    kept: 'Tidak ada yang dicatat.',
    next: 'Masuk di perangkat Dinas untuk melihat kelurahan lain.',
  },
  'courier-never-online': {
    title: 'Perangkat ini belum pernah terhubung ke pusat',
    kept: actsKept,
    next: 'Hubungkan sekali ke jaringan; sesudah itu antrean dapat dibawa dengan berkas.',
  },
  'courier-busy': {
    title: 'Berkas lain sedang dikerjakan',
    kept: actsKept,
    next: 'Tunggu sampai selesai, lalu coba lagi.',
  },
  'courier-not-ours': {
    title: 'Berkas ini bukan berkas Loket',
    kept: nothingChanged,
    next: 'Pilih berkas yang namanya berakhir dengan .loket.',
  },
  'courier-damaged': {
    title: 'Berkas ini rusak atau terpotong',
    kept: nothingChanged,
    next: 'Salin lagi dari komputer asalnya, lalu buka lagi.',
  },
  'courier-too-new': {
    title: 'Berkas ini dibuat oleh Loket yang lebih baru',
    kept: nothingChanged,
    next: 'Minta admin Dinas memasang Loket yang terbaru di komputer ini.',
  },
  'courier-other-centre': {
    title: 'Berkas ini untuk pusat yang lain',
    kept: nothingChanged,
    next: 'Buka di perangkat yang terdaftar pada pusat itu.',
  },
  'courier-other-computer': {
    title: 'Jawaban ini untuk komputer lain',
    kept: nothingChanged,
    next: 'Buka berkas ini di komputer yang menyimpan antreannya.',
  },
  'courier-own-queue': {
    title: 'Ini antrean komputer ini sendiri',
    kept: actsKept,
    next: 'Buka berkas ini di perangkat lain yang punya jaringan.',
  },
  'courier-forged': {
    title: 'Jawaban ini tidak ditandatangani pusat',
    kept: 'Tidak ada isinya yang dipakai.',
    next: 'Jangan pakai berkas ini. Beri tahu admin Dinas dari mana asalnya.',
  },
  'courier-gap': {
    title: 'Jawaban ini tidak menyambung dengan data komputer ini',
    kept: actsKept,
    next: 'Simpan antrean ke berkas yang baru dan kirim lagi. Bila tetap begini, hubungkan sekali ke jaringan.',
  },
  'courier-too-large': {
    title: 'Berkas ini terlalu besar',
    kept: nothingChanged,
    next: 'Minta komputer asalnya dihubungkan ke jaringan, atau hubungi admin Dinas.',
  },
  'courier-sign-in-first': {
    title: 'Ini berkas antrean, bukan jawaban pusat',
    kept: nothingChanged,
    next: 'Pilih jawaban pusat untuk komputer ini. Antrean komputer lain dibawa sesudah masuk.',
  },
  'courier-unknown': {
    title: 'Berkas bawaan ini sudah tidak ada di sini',
    kept: nothingChanged,
    next: 'Buka lagi berkasnya dari stik USB.',
  },
  'disk-full': {
    title: 'Ruang penyimpanan komputer penuh',
    kept: 'Yang sudah dicatat tetap aman; tindakan terakhir belum tersimpan.',
    next: 'Kosongkan ruang penyimpanan, lalu ulangi tindakan itu.',
  },
  'database-damaged': {
    title: 'Berkas data rusak',
    kept: 'Berkasnya tidak diubah dan tidak dihapus.',
    next: 'Jangan pasang ulang. Data dapat diperbaiki dari sini.',
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
  'update-failed': {
    title: 'Loket versi baru tidak dapat menyiapkan datanya',
    kept: 'Data Anda utuh, seperti sebelum pembaruan.',
    next: 'Minta admin Dinas memasang kembali versi sebelumnya; versi itu dapat langsung dipakai.',
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
  'backup-failed': {
    title: 'Cadangan tidak jadi',
    kept: 'Data Anda tidak tersentuh; cadangan yang lama tetap ada.',
    next: 'Coba lagi. Bila tetap gagal, hubungi admin.',
  },
  'backup-unknown': {
    title: 'Cadangan itu tidak ada lagi',
    kept: 'Tidak ada yang diubah.',
    next: 'Pilih cadangan lain dari daftar.',
  },
  'repair-failed': {
    title: 'Perbaikan tidak berhasil',
    kept: 'Tidak ada yang diubah atau dihapus.',
    next: 'Coba cara lain di layar ini, atau hubungi admin dan tunjukkan kodenya.',
  },
  'key-not-changed': {
    title: 'Kunci data tidak jadi diganti',
    kept: 'Data tetap utuh dan terbuka.',
    next: 'Dilanjutkan saat Loket dibuka lagi. Bila tetap gagal, hubungi admin.',
  },
  'recovery-code-invalid': {
    title: 'Kode pemulihan tidak berlaku',
    kept: 'Tidak ada yang diubah.',
    next: 'Periksa kodenya, atau minta kode baru kepada admin Dinas.',
  },
  'recovery-no-key': {
    title: 'Kunci dari pusat tidak membuka data ini',
    kept: 'Tidak ada yang diubah.',
    next: 'Pastikan kodenya untuk perangkat ini, lalu hubungi admin Dinas.',
  },
  'engine-restarting': {
    title: 'Mesin data dimulai ulang',
    kept: 'Tindakan Anda aman.',
    next: 'Tunggu sebentar; layar dilanjutkan dengan sendirinya.',
  },
  'file-disk-full': {
    title: 'Stik atau folder itu penuh',
    kept: 'Tidak ada berkas setengah jadi yang tertinggal; antrean tetap menunggu.',
    next: 'Kosongkan ruang atau pakai stik lain, lalu simpan lagi.',
  },
  'file-read-only': {
    title: 'Tempat itu tidak boleh ditulisi',
    kept: 'Tidak ada yang hilang; antrean tetap menunggu.',
    next: 'Buka kunci stiknya atau pilih folder lain.',
  },
  'update-not-ready': {
    title: 'Belum ada versi baru yang siap',
    kept: 'Tidak ada yang berubah.',
    next: 'Bekerjalah seperti biasa.',
  },
  'file-gone': {
    title: 'Stik atau berkas itu tidak terjangkau',
    kept: 'Tidak ada yang hilang di komputer ini.',
    next: 'Pasang stiknya kembali atau pakai yang lain, lalu ulangi.',
  },
  'file-not-saved': {
    title: 'Berkas tidak dapat disimpan',
    kept: 'Bukti aslinya tetap ada.',
    next: 'Simpan PDF lagi, ke folder lain.',
  },
  'locked-not-synced': {
    title: 'Pekerjaan baru terkunci: terlalu lama tanpa pusat',
    kept: 'Yang sudah dicatat tetap aman dan tetap dapat dibaca.',
    next: 'Sambungkan jaringan, lalu tekan Sinkronkan sekarang (F9 di Sinkronisasi).',
  },
  'locked-too-old': {
    title: 'Pekerjaan baru terkunci: ada tindakan yang terlalu lama menunggu',
    kept: 'Yang sudah dicatat tetap aman dan tetap dapat dibaca.',
    next: 'Buka Sinkronisasi, lalu tekan Sinkronkan sekarang (F9). Bila tetap menunggu, hubungi admin Dinas.',
  },
  'locked-too-many': {
    title: 'Pekerjaan baru terkunci: antrean sudah penuh',
    kept: 'Yang sudah dicatat tetap aman dan tetap dapat dibaca.',
    next: 'Sambungkan jaringan, lalu tekan Sinkronkan sekarang (F9 di Sinkronisasi).',
  },
  'locked-sign-in': {
    title: 'Pekerjaan baru terkunci: kata sandi Anda perlu diperiksa pusat',
    kept: 'Yang sudah dicatat tetap aman dan tetap dapat dibaca.',
    next: 'Sambungkan jaringan, kunci layar (Ctrl+L), lalu buka lagi dengan kata sandi Anda.',
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
  revoked: {
    title: 'Komputer ini telah dicabut',
    kept: 'Pekerjaan yang belum terkirim sudah diterima pusat. Kunci dan data di komputer ini sudah dihapus.',
    next: 'Serahkan komputer ini kepada admin Dinas.',
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
  'document-encrypted': {
    title: 'PDF ini terkunci kata sandi',
    kept: nothingChanged,
    next: 'Minta berkas tanpa kata sandi, atau pindai lembarnya dengan kamera.',
  },
  'document-damaged': {
    title: 'Berkas ini tidak dapat dibaca',
    kept: nothingChanged,
    next: 'Minta berkas yang utuh (PDF, JPEG, atau PNG), atau pindai lembarnya dengan kamera.',
  },
  'document-too-many-pages': {
    title: 'Halaman terlalu banyak untuk satu persyaratan',
    kept: nothingChanged,
    next: 'Ambil hanya halaman yang diminta persyaratan ini.',
  },
  'document-too-heavy': {
    title: 'PDF ini tidak dibuka karena terlalu berat',
    kept: nothingChanged,
    next: 'Berkas seperti ini dapat dibuat untuk merusak. Pindai lembarnya dengan kamera.',
  },
  'document-too-large': {
    title: 'Dokumen tidak muat dalam batas ukuran dengan tetap terbaca',
    kept: nothingChanged,
    next: 'Kurangi halamannya, atau ubah halaman foto menjadi “Dokumen” atau “Abu-abu”.',
  },
  'document-unknown': {
    title: 'Dokumen ini sudah tidak ada di draf',
    kept: nothingChanged,
    next: 'Tutup dialog ini, lalu lihat daftar persyaratan sekali lagi.',
  },
  'document-not-here': {
    title: 'Dokumen ini tidak ada lagi di komputer ini, dan pusat belum terjangkau',
    kept: 'Dokumen yang sudah terkirim tersimpan di pusat.',
    next: 'Coba lagi setelah jaringan kembali.',
  },
  'document-not-at-centre': {
    title: 'Dokumen ini tidak ada di komputer ini dan belum ada di pusat',
    kept: nothingChanged,
    next: 'Sinkronkan komputer tempat permohonan ini diajukan, lalu buka lagi.',
  },
  'result-not-at-centre': {
    title: 'Dokumen jadi ini belum ada di pusat',
    kept: nothingChanged,
    next: 'Coba lagi nanti. Bila tetap belum ada, hubungi Dinas dengan nomor permohonannya.',
  },
  'trip-unknown': {
    title: 'Perjalanan ini tidak ada di data komputer ini',
    kept: nothingChanged,
    next: 'Sinkronkan, lalu buka daftar Jemput bola sekali lagi.',
  },
  'trip-started': {
    title: 'Perjalanan ini sudah dimulai',
    kept: nothingChanged,
    next: 'Rencana tidak diubah lagi. Layani warga di luar sasaran dengan nomor antrean biasa.',
  },
  'trip-not-started': {
    title: 'Perjalanan ini belum dimulai di laptop ini',
    kept: nothingChanged,
    next: 'Buka Siap berangkat, lalu mulai perjalanan.',
  },
  'trip-closed': {
    title: 'Hari ini sudah ditutup di laptop ini',
    kept: nothingChanged,
    next: 'Laporannya ada di daftar perjalanan. Rencanakan perjalanan baru bila masih ada yang dilayani.',
  },
  'visit-unknown': {
    title: 'Nomor antrean ini tidak ada di data komputer ini',
    kept: nothingChanged,
    next: 'Buka antrean sekali lagi.',
  },
  'visits-here': {
    title: 'Masih ada warga dalam antrean',
    kept: nothingChanged,
    next: 'Selesaikan tiap nomor, atau tandai Pergi atau Dijadwalkan lagi, lalu tutup hari.',
  },
  'complaint-unknown': {
    title: 'Komplain ini tidak ada di data komputer ini',
    kept: nothingChanged,
    next: 'Sinkronkan, lalu buka daftar komplain sekali lagi.',
  },
  'complaint-withdrawn': {
    title: 'Komplain ini sudah dicabut pemohon',
    kept: nothingChanged,
    next: 'Bila pemohon mengeluh lagi, catat komplain baru.',
  },
  'draft-unknown': {
    title: 'Draf ini sudah tidak ada',
    kept: 'Bila sudah diajukan, permohonannya tersimpan.',
    next: 'Buka Permohonan. Draf mungkin sudah diajukan atau dihapus di jendela lain.',
  },
  'service-unknown': {
    title: 'Layanan ini tidak ada lagi di katalog',
    kept: 'Isian draf tetap tersimpan.',
    next: 'Pilih layanan penggantinya dari katalog yang baru.',
  },
  'application-unfit': {
    title: 'Permohonan belum dapat diajukan',
    kept: 'Semua isian tetap tersimpan.',
    next: 'Perbaiki bagian yang ditandai, lalu ajukan lagi.',
  },
  'application-closed': {
    title: 'Permohonan ini sudah berakhir',
    kept: nothingChanged,
    next: 'Lihat riwayatnya. Bila perlu, ajukan permohonan baru.',
  },
  'not-sent-back': {
    title: 'Permohonan ini tidak menunggu perbaikan',
    kept: nothingChanged,
    next: 'Lihat riwayatnya. Mungkin sudah diperbaiki di komputer lain.',
  },
  'question-unknown': {
    title: 'Pertanyaan ini tidak ada di data komputer ini',
    kept: nothingChanged,
    next: 'Sinkronkan, lalu buka Tanya jawab sekali lagi. Mungkin sudah diteruskan ke unit lain.',
  },
  'question-elsewhere': {
    title: 'Pertanyaan ini sudah diteruskan ke unit lain',
    kept: nothingChanged,
    next: 'Unit itu yang menjawab. Bila warga datang ke sini, sampaikan ke mana pertanyaannya diteruskan.',
  },
  'question-closed': {
    title: 'Pertanyaan ini sudah selesai',
    kept: nothingChanged,
    next: 'Buka lagi dahulu bila masih ada yang perlu dikerjakan.',
  },
  'unit-unknown': {
    title: 'Unit ini tidak dikenal',
    kept: nothingChanged,
    next: 'Pilih unit dari daftar.',
  },
  'answer-has-gaps': {
    title: 'Jawaban masih berisi isian kosong',
    kept: nothingChanged,
    next: 'Isi atau hapus yang berada di dalam kurung kurawal, lalu kirim.',
  },
  'assistance-unknown': {
    title: 'Catatan pendampingan ini tidak ada atau sudah dibatalkan',
    kept: nothingChanged,
    next: 'Tidak ada yang perlu dilakukan.',
  },
  'note-has-person': {
    title: 'Keterangan tampak berisi data pribadi',
    kept: nothingChanged,
    next: 'Hapus NIK, nomor telepon, nomor kitir, atau alamat surel dari keterangan.',
  },
  'kitir-unknown': {
    title: 'e-Kitir ini tidak ada di komputer ini',
    kept: nothingChanged,
    next: 'Sinkronkan, lalu buka lagi dari daftar permohonan.',
  },
  'kitir-replaced': {
    title: 'e-Kitir ini sudah diganti',
    kept: nothingChanged,
    next: 'Minta e-Kitir yang baru. Bila hilang, terbitkan ulang.',
  },
  'print-asked': {
    title: 'Belum dijawab: apakah lembar ber-PIN keluar dari printer?',
    kept: 'PIN masih tersimpan sampai pertanyaan ini dijawab.',
    next: 'Lihat printer, lalu jawab keluar atau tidak.',
  },
  'pin-gone': {
    title: 'PIN sudah tidak tersimpan',
    kept: nothingChanged,
    next: 'PIN ada pada lembar warga. Bila hilang, terbitkan ulang e-Kitir.',
  },
} as const satisfies Record<FaultCode | FatalCode, FaultWords>
