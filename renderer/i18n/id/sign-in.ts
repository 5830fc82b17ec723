export const signIn = {
  whoWorks: 'Siapa yang bertugas?',
  choose: 'pilih',
  lastSignIn: 'terakhir {{time}}',
  needsOnline: 'perlu daring dulu',
  otherName: 'Nama lain',
  fromList: 'Pilih dari daftar',
  username: 'Nama pengguna',
  greeting: {
    morning: 'Selamat pagi, {{name}}',
    noon: 'Selamat siang, {{name}}',
    afternoon: 'Selamat sore, {{name}}',
    evening: 'Selamat malam, {{name}}',
  },
  greetingUnknown: 'Selamat datang',
  lead: 'Masukkan kata sandi untuk membuka loket.',
  leadUnknown: 'Masukkan nama pengguna dan kata sandi.',
  password: 'Kata sandi',
  reveal: 'Perlihatkan atau sembunyikan kata sandi',
  hint: 'Kata sandi ini juga membuka kunci layar.\nSetelah 5 kali salah, masuk terkunci beberapa menit.',
  scanWaits: 'Pindaian belum dibuka. Masukkan kata sandi dahulu, lalu pindai lagi.',
  triesLeft_other: 'Sisa percobaan: {{count}}.',
  lockedUntil: 'Terkunci sampai {{time}}.',
  enter: 'Masuk',
  offline: {
    title: 'Jaringan terputus, tetap bisa bekerja',
    days_other: 'Masuk tanpa jaringan masih berlaku {{count}} hari.',
    never: 'Petugas ini perlu masuk sekali dengan jaringan. Pilih petugas lain, atau sambungkan jaringan.',
  },
  /** Too long without the centre: only files go out and come in. */
  byFile: {
    title: 'Kata sandi ini sudah terlalu lama tidak diperiksa pusat',
    why: 'Sambungkan jaringan sekali, lalu masuk. Tanpa jaringan sama sekali, antrean dapat dibawa dengan stik USB; loket tetap terkunci.',
    save: 'Simpan antrean ke berkas…',
    open: 'Buka jawaban pusat…',
    saveLead:
      'Semua yang belum terkirim disegel untuk pusat: tidak ada data warga yang terlihat, dan hanya pusat yang dapat membukanya. Tercatat atas nama {{name}}.',
    openLead:
      'Jawaban pusat untuk antrean komputer ini. Sesudahnya loket tetap terkunci sampai ada yang masuk dengan jaringan. Tercatat atas nama {{name}}.',
    hint: 'Kata sandi yang terakhir dipakai di komputer ini.\nSetelah 5 kali salah, terkunci beberapa menit.',
  },
  privacy:
    'Data penduduk dilindungi UU 24/2013 dan UU 27/2022; menyalahgunakannya dapat dipidana.\nSetiap pembukaan data tercatat atas nama Anda.',
  office: 'Dinas Kependudukan dan Pencatatan Sipil {{city}} · Loket {{version}}',
  place: 'Kecamatan {{kecamatan}} · {{city}}',
  nobody: 'Belum ada petugas di komputer ini',
  nobodyNext: 'Masuk dengan nama pengguna saat jaringan tersambung.',
} as const
