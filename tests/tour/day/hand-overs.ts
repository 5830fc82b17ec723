import type { Page } from '@playwright/test'
import { type Kitir, password } from '../../fixtures/city.ts'
import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'

/** One hand-over of the day: whose card, who collects it, and what is out of the ordinary. */
interface Visit {
  readonly note: string
  readonly kind?: 'ktp-el' | 'kia'
  readonly index?: number
  readonly collector: 'self' | 'family' | 'proxy' | 'guardian'
  readonly pin?: 'matches' | 'unknown' | 'set-aside'
  /** The face cannot be compared with the photo. */
  readonly hidden?: boolean
  readonly words: string
}

const visits: readonly Visit[] = [
  { note: 'ready', index: 0, collector: 'self', words: 'the old card was damaged: it is withdrawn' },
  { note: 'ready', index: 1, collector: 'self', words: 'the old card was lost: the letter of the police' },
  { note: 'ready', index: 2, collector: 'family', words: 'changed data; somebody of the same KK collects' },
  { note: 'ready', index: 3, collector: 'proxy', words: 'moved in; a proxy with a letter collects' },
  { note: 'ready', index: 4, collector: 'self', words: 'the first card, at seventeen' },
  { note: 'ready', index: 5, collector: 'self', hidden: true, words: 'a face that cannot be compared' },
  {
    note: 'ready',
    index: 6,
    collector: 'self',
    pin: 'set-aside',
    words: 'the PIN is forgotten; a supervisor at the desk',
  },
  { note: 'ready', kind: 'kia', index: 0, collector: 'guardian', words: 'a child; the guardian collects' },
  { note: 'ready', kind: 'kia', index: 1, collector: 'family', words: 'a small child, without a photo' },
  { note: 'ready', kind: 'kia', index: 2, collector: 'proxy', words: 'a child; a proxy collects' },
  { note: 'two-cards', kind: 'kia', collector: 'guardian', words: 'one e-Kitir, two cards: the first' },
  { note: 'no-verifier', collector: 'self', pin: 'unknown', words: 'no PIN is known here: flagged' },
  { note: 'uncollected', collector: 'self', words: 'a card that lay here for ninety-seven days' },
]

/** One hand-over of each kind at the counter. */
export async function handOverAllKinds(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  for (const visit of visits) {
    const kitir = kelurahan.kitir(visit.note, visit.kind, visit.index)
    await prepare(rini, kitir, visit)
    await album.shoot(rini.page, 'hand-over', visit.words)
    await rini.confirm()
  }
}

async function prepare(rini: Clerk, kitir: Kitir, visit: Visit): Promise<void> {
  const { page } = rini
  await open(rini, kitir)
  await proveThePin(rini, kitir, visit.pin ?? 'matches')
  await choose(page, visit)
  if (visit.hidden) await page.getByRole('checkbox', { name: 'Identitas tidak terlihat' }).check()
  await rini.checkPapers()
  await fillWhatIsMissing(page)
  await rini.sign()
  await expect(page.getByText('Semua syarat terpenuhi')).toBeVisible()
}

/** By its number; where two cards have the same, by the label of the first. */
async function open(rini: Clerk, kitir: Kitir): Promise<void> {
  if (kitir.cardIds.length === 1) return rini.openHandover(kitir)
  await rini.open('Pindai')
  await rini.scanByUsb(kitir.labelCodes[0] ?? '')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(rini.page.getByText(kitir.ownerName).first()).toBeVisible()
}

async function proveThePin(rini: Clerk, kitir: Kitir, pin: NonNullable<Visit['pin']>): Promise<void> {
  const { page } = rini
  if (pin === 'matches') return rini.enterPin(kitir.pin)
  if (pin === 'unknown') return expect(page.getByText('PIN belum diverifikasi').first()).toBeVisible()
  await page.locator('#handover-override').click()
  await page.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN, wajah cocok')
  await page.getByLabel('Nama pengguna pengawas').fill('hendra')
  await page.getByLabel('Kata sandi pengawas').fill(password)
  await rini.button('Izinkan').click()
  await expect(page.getByText(/Tanpa PIN, izin Hendra/)).toBeVisible()
}

const names = { self: /^Sendiri/, family: /^Keluarga/, proxy: /^Kuasa/, guardian: /^Wali/ } as const

async function choose(page: Page, { collector, index = 0, kind = 'ktp-el' }: Visit): Promise<void> {
  if (collector === 'self') return
  await page.getByRole('radiogroup', { name: 'Pengambil' }).getByText(names[collector]).click()
  const members = page.locator('#handover-members input:enabled')
  if (collector !== 'proxy' && (await members.count()) > 0) return members.first().check()
  await page.locator('#handover-name').fill('Slamet Riyadi')
  await page.locator('#handover-nik').fill(`3578010202${kind === 'kia' ? '81' : '80'}000${index + 1}`)
  if (collector !== 'proxy') return page.locator('#handover-relation').fill('Paman')
  await page.locator('#handover-letter').fill(`0${index}/SK/2026`)
  await page.locator('#handover-letter-date').fill('20-11-2026')
}

const answers = {
  '#handover-police': 'SKTLK/112/XI/2026',
  '#handover-police-date': '18-11-2026',
  '#handover-police-station': 'Polsek Genteng',
  '#handover-identity': 'Wajah terluka, dikenal RT',
  '#handover-doubt': 'Sudah ditanyakan, surat lengkap',
} as const

/** Whatever this card asks for besides. */
export async function fillWhatIsMissing(page: Page): Promise<void> {
  for (const [field, text] of Object.entries(answers)) {
    const box = page.locator(field)
    if ((await box.count()) > 0 && (await box.inputValue()) === '') await box.fill(text)
  }
}
