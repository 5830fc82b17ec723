import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { Kitir } from './kelurahan.ts'

/** Words of the slip, as the office would print them. */
export function slipText({ kitirNumber, ownerName, ownerNik, kind, pin }: Kitir) {
  return {
    head: ['PEMERINTAH KOTA SURABAYA', 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL'],
    title: 'e-KITIR',
    number: kitirNumber,
    facts: [
      ['Nama', ownerName],
      ['NIK', maskNik(ownerNik)],
      ['Dokumen', kind === 'kia' ? 'Kartu Identitas Anak' : 'KTP elektronik'],
    ] as const,
    pin: pin ? `PIN ${pin}` : 'Tanpa PIN',
    note: 'Tunjukkan kode ini saat mengambil kartu. Data rekaan untuk peragaan.',
  }
}
