import type { Clerk } from '../fixtures/clerk.ts'
import { beginApplication, fileReviewed, fillIn, review, typedDay } from '../fixtures/intake-form.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** A marriage in church, filed by the couple. The number of its e-Kitir. */
export async function marriageInChurch(clerk: Clerk, look: Look): Promise<string> {
  const { page } = clerk
  await beginApplication(clerk, 'nikah gereja', 'Akta perkawinan')
  await fillIn(clerk, 'Akta perkawinan', {
    ...{ applicantAs: '1', religion: '1', before: '1', foreigner: '1' },
    ...{ 'spouse1.nik': '3578011402960001', 'spouse1.kk': '3578010203150004', 'spouse1.name': 'Yohanes Kristanto' },
    ...{ 'spouse1.birthDate': '14021996', 'spouse1.birthPlace': 'Surabaya', 'spouse1.phone': '081234567892' },
    ...{ 'spouse2.nik': '3578016007980002', 'spouse2.kk': '3578010506160005', 'spouse2.name': 'Maria Magdalena' },
    ...{ 'spouse2.birthDate': '20071998', 'spouse2.birthPlace': 'Surabaya' },
    ...{ 'witness1.nik': '3578010512700005', 'witness1.name': 'Petrus Gunawan' },
    ...{ 'witness2.nik': '3578014808720006', 'witness2.name': 'Lidia Hartono' },
    ...{ marriedOn: typedDay(8) },
    ...{ f201: 'a', 'religious-letter': 'a', ktp: 'f', kk: 'f', photo: 'a', 'birth-deeds': 'f', 'witness-ktp': 'f' },
  })
  await expect(page.getByText('Biasanya tidak diajukan di sini')).toBeVisible()
  await look(page, 'marriage-filled', 'a marriage in church: both spouses, two witnesses, the letter of the church')
  await review(clerk)
  await look(page, 'marriage-review', 'KK and KTP-el with the new status are offered with it')
  const [number = ''] = await fileReviewed(clerk)
  return number
}
