; Before Loket is removed by hand: what is unsent stays here, but is sent by nobody. An update, and a removal without a person, ask nothing.
!macro customUnInit
  ${ifNot} ${isUpdated}
    MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Sebelum menghapus Loket, buka Loket, tekan Sinkronkan sekarang, dan pastikan antreannya kosong.$\r$\n$\r$\nData tetap tersimpan terenkripsi di komputer ini, tetapi tindakan yang belum terkirim baru terkirim bila Loket dipasang lagi dengan akun Windows yang sama.$\r$\n$\r$\nTetap hapus Loket?" /SD IDOK IDOK loketRemove
    Quit
    loketRemove:
  ${endIf}
!macroend
