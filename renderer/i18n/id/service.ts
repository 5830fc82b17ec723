/** What each service of the region pack is called; a code without a name is shown as it is. */
export const service = {
  'KTP-BARU17': 'KTP-el baru, usia 17',
  'KTP-BARU16': 'KTP-el baru, di bawah 17',
  'KTP-ULANG': 'Cetak ulang KTP-el',
  'KTP-ULANG6': 'Cetak ulang KTP-el, kurang dari 6 bulan',
  'KTP-PINDAH': 'KTP-el pindah datang',
  'KTP-FOTO': 'KTP-el foto atau tanda tangan baru',
  'KTP-OA': 'KTP-el orang asing',
  'KTP-HILANGKEL': 'KTP-el hilang di kelurahan',
  KIA: 'KIA',
  'KK-RUSAK': 'Cetak ulang KK rusak',
  'KK-HILANG': 'Cetak ulang KK hilang',
  'KK-BIODATA': 'Perubahan biodata pada KK',
  'KK-MERAH': 'Pemutakhiran KK merah',
  BIODATA: 'Cetak biodata penduduk',
  'AK-MATI': 'Akta kematian',
}
