export const update = {
  ready: {
    title: 'Versi {{version}} siap',
    dueTitle: 'Tutup Loket untuk memasang versi {{version}}',
    why: 'Versi baru siap, dipasang saat Loket ditutup. Tindakan yang belum terkirim tetap aman.',
    until: 'Paling lambat {{time}}. Sesudah itu dipasang sebelum ada yang masuk.',
    now: 'Batasnya {{time}} sudah lewat: selesaikan pekerjaan, lalu tutup Loket.',
  },
  fetching: { title: 'Versi {{version}} sedang diambil, {{fetched}} %', why: 'Bekerjalah seperti biasa.' },
  failed: {
    title: 'Versi baru belum terpasang',
    why: 'Versi {{version}} tidak berhasil dipasang. Loket tetap bekerja dengan versi ini dan mencoba lagi saat ditutup. Bila berulang, hubungi admin Dinas.',
  },
  refused: {
    title: 'Pembaruan ditolak',
    why: 'Pembaruan yang ditawarkan pusat bukan yang ditandatangani pembuat Loket, jadi tidak dipasang. Beri tahu admin Dinas. Loket tetap bekerja seperti biasa.',
  },
  'too-far': {
    title: 'Versi {{version}} perlu admin',
    why: 'Versi {{version}} tidak dapat dipasang langsung dari versi ini. Beri tahu admin Dinas. Loket tetap bekerja seperti biasa.',
  },
  'no-room': {
    title: 'Tidak cukup ruang untuk versi baru',
    why: 'Kosongkan Keranjang Sampah dan folder Unduhan, lalu versi {{version}} diambil sendiri.',
  },
  due: {
    title: 'Versi {{version}} dipasang dahulu',
    lead: 'Batas waktunya sudah lewat. Loket ditutup, dipasang, lalu terbuka lagi. Sesudah itu masuklah seperti biasa.',
    allSent: 'Semua tindakan sudah sampai di pusat.',
    unsent_other: '{{count}} tindakan belum terkirim. Semuanya tetap aman dan dikirim sesudahnya.',
    install: 'Pasang sekarang',
  },
} as const
