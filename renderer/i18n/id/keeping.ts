/** Cadangan, pemeriksaan, dan perbaikan data komputer ini. */
export const keeping = {
  trouble: {
    choose: 'Yang dapat dilakukan',
    go: 'Kerjakan',
    working: 'Sedang dikerjakan. Jangan matikan komputer.',
    rows: '{{rows}} baris data sudah terpasang',
    backup: 'Cadangan yang dipakai',
    code: 'Kode pemulihan',
    codeHint: 'Diberikan admin Dinas lewat telepon; berlaku satu kali.',
    server: 'Alamat pusat (bila bukan alamat bawaan)',
    kept: 'Berkas yang rusak tidak dihapus; ia disisihkan di folder cadangan.',
  },
  way: {
    open: {
      title: 'Coba buka lagi',
      text: 'Bila penyebabnya sudah hilang: ruang penyimpanan longgar, jendela lain ditutup.',
    },
    repair: {
      title: 'Perbaiki',
      text: 'Semua yang masih terbaca diselamatkan, juga tindakan yang belum terkirim. Yang hilang disebut nomornya. Pilih ini lebih dahulu.',
    },
    restore: {
      title: 'Pulihkan dari cadangan',
      text: 'Data kelurahan diambil dari cadangan; tindakan sesudahnya yang masih terbaca dibawa serta.',
    },
    'copy-anew': {
      title: 'Salin ulang dari pusat',
      text: 'Tindakan yang belum terkirim diselamatkan; data kelurahan disalin lagi dari pusat. Perlu jaringan.',
    },
    code: {
      title: 'Pakai kode pemulihan',
      text: 'Kunci data diambil kembali dari pusat. Minta kodenya kepada admin Dinas. Perlu jaringan.',
    },
  },
  brought: {
    open: 'Pulihkan dari cadangan komputer lain',
    notBrought: 'Kembali ke aktivasi',
    lead: 'Komputer ini menjadi perangkat dari cadangan itu. Minta kode pemulihan kepada admin Dinas, lalu pilih berkas cadangannya.',
    choose: 'Pilih berkas cadangan',
  },
  done: {
    title: 'Data dapat dibuka lagi',
    notEnrolled: 'Data dapat dibuka, tetapi komputer ini tidak tahu lagi perangkat mana ia',
    notEnrolledText:
      'Tindakan yang terbaca tersimpan di sini dan tidak dapat dikirim. Jangan daftarkan ulang dahulu; hubungi admin Dinas.',
    waiting: 'Tindakan yang menunggu dikirim',
    lost: 'Tindakan yang tidak terbaca',
    lostNone: 'Tidak ada yang hilang.',
    lostNumbers:
      'Nomor {{numbers}}. Yang ternyata sudah sampai di pusat kembali sendiri; sisanya disebut di Sinkronisasi.',
    files: 'Tanda tangan atau berkas yang tidak terbaca',
    go: 'Lanjut',
  },
  section: {
    title: 'Data dan cadangan',
    last: 'Cadangan terakhir',
    lastNone: 'Belum ada',
    lastAt: '{{when}}, {{size}}',
    folder: 'Folder cadangan',
    check: 'Pemeriksaan seluruh data',
    checkWhole: 'Utuh, diperiksa {{when}}',
    checkDamaged: 'Rusak, diperiksa {{when}}',
    checkRunning: 'Sedang diperiksa, {{done}} dari {{total}}',
    checkNone: 'Belum; berjalan sendiri di latar belakang',
    erased: 'Terakhir dibersihkan',
    erasedAt:
      '{{when}}: {{cards}} kartu, {{files}} berkas, {{payloads}} isi tindakan, {{audit}} catatan audit, {{others}} lainnya',
    erasedNone: 'Belum ada yang habis masa simpannya',
    key: 'Kunci data',
    keySince: 'Diganti {{when}}',
    keyFirst: 'Sejak dipasang',
    noRoom: 'Cadangan terakhir tidak jadi: ruang penyimpanan terlalu sempit. Kosongkan ruang, lalu cadangkan lagi.',
    failed: 'Cadangan terakhir tidak jadi. Coba lagi; bila tetap gagal, hubungi admin.',
    damaged: 'Sebagian data rusak. Kirim antrean bila ada jaringan, lalu perbaiki: semua yang terbaca diselamatkan.',
    backUp: 'Cadangkan sekarang',
    backingUp: 'Sedang mencadangkan',
    backedUp: 'Cadangan selesai dan sudah diperiksa',
    restore: 'Pulihkan dari cadangan',
    repair: 'Perbaiki',
    renewKey: 'Ganti kunci data',
    keyRenewed: 'Kunci data sudah diganti',
  },
  restore: {
    title: 'Pulihkan dari cadangan',
    lead: 'Data kelurahan kembali seperti saat cadangan dibuat, lalu mengejar pusat. Tindakan sesudahnya yang masih terbaca dibawa serta; database yang sekarang disisihkan, tidak dihapus.',
    choose: 'Cadangan',
    line: '{{when}}, {{size}}',
    kind: {
      daily: 'harian',
      'by-hand': 'dibuat sendiri',
      'before-update': 'sebelum pembaruan',
      'set-aside': 'yang disisihkan',
    },
  },
  repair: {
    title: 'Perbaiki data',
    lead: 'Semua yang masih terbaca dipindah ke database baru. Yang lama disisihkan, tidak dihapus.',
  },
  renewKey: {
    title: 'Ganti kunci data',
    lead: 'Database dan semua cadangan dikunci dengan kunci baru. Loket berhenti sebentar; jangan matikan komputer.',
  },
} as const
