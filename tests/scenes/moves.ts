import type { Clerk } from '../fixtures/clerk.ts'
import { beginApplication, fileReviewed, fillIn, review } from '../fixtures/intake-form.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** A member of a family moves to another town: a letter for there, and the KK of those who stay. The number of its e-Kitir. */
export async function moveOut(clerk: Clerk, look: Look): Promise<string> {
  const { page } = clerk
  await beginApplication(clerk, 'surat pindah', 'Pindah keluar Surabaya')
  await fillIn(clerk, 'Pindah keluar Surabaya', {
    ...{ applicantAs: '2', who: '1', why: '1' },
    ...{ 'mover.nik': '3578010809850006', 'mover.kk': '3578011505100007', 'mover.name': 'Agus Priyanto' },
    ...{ 'mover.birthDate': '08091985', 'mover.married': 's', 'mover.phone': '081234567893' },
    ...{ address: 'Jalan Diponegoro 17 RT 02 RW 05', town: 'Kota Malang' },
    ...{ f103: 'a', kk: 'a', ktp: 'a' },
  })
  await look(page, 'move-filled', 'a move to another town: where to and why')
  await review(clerk)
  await look(page, 'move-review', 'the letter for the other town, and the KK of those who stay')
  const [number = ''] = await fileReviewed(clerk)
  return number
}

/** A move within the city: the new KK, and with it the KTP-el with the new address, its owner known already. The numbers of both e-Kitir. */
export async function moveWithin(clerk: Clerk, look: Look): Promise<readonly string[]> {
  const { page } = clerk
  await beginApplication(clerk, 'pindah rumah', 'Pindah dalam kota')
  await fillIn(clerk, 'Pindah dalam kota', {
    ...{ applicantAs: '2', who: '1', into: '1' },
    ...{ 'mover.nik': '3578011703880010', 'mover.kk': '3578012207110011', 'mover.name': 'Eko Wijaya' },
    ...{ 'mover.birthDate': '17031988', 'mover.married': 's', 'mover.phone': '081234567894' },
    ...{ address: 'Jalan Ketabang Kali 21 RT 03 RW 04', f103: 'a', kk: 'a', 'house-proof': 'f' },
  })
  await review(clerk)
  await page.keyboard.press('Alt+s')
  await fillIn(clerk, 'Cetak ulang KTP-el', {
    ...{ applicantAs: '1', reason: '3', 'owner.birthPlace': 'Surabaya', 'owner.sex': 'l' },
    ...{ changes: 'Alamat', kk: 'f', 'old-ktp': 'a' },
  })
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Eko Wijaya')
  await look(page, 'move-within', 'a move within the city takes the KTP-el along')
  await review(clerk)
  const numbers = await fileReviewed(clerk)
  expect(numbers).toHaveLength(2)
  return numbers
}
