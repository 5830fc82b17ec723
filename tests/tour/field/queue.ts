import { type Clerk, likeFingers } from '../../fixtures/clerk.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { applyOnSite } from './apply-on-site.ts'
import { giveCard } from './give-card.ts'
import type { Errand, Visitor } from './people.ts'

/** So many wait at once. */
const groupOf = 10

/** Thirty people in three groups: all take a number, then one after the other is served. */
export async function serveThePeople(rini: Clerk, people: readonly Visitor[], album: Album): Promise<void> {
  for (let at = 0; at < people.length; at += groupOf) {
    const group = people.slice(at, at + groupOf)
    for (const [index, visitor] of group.entries()) await takeNumber(rini, visitor, at + index, album)
    await album.shoot(rini.page, 'queue', `${group.length} people wait, numbers ${at + 1} to ${at + group.length}`)
    for (const visitor of group) await serve(rini, visitor, album)
  }
}

const numberOf = (at: number) => `A-${String(at + 1).padStart(3, '0')}`

async function takeNumber(rini: Clerk, { name, errand, listedAt }: Visitor, at: number, album: Album): Promise<void> {
  const { page } = rini
  await page.keyboard.press('Alt+n')
  await rini.write(page.locator('#visit-name'), name)
  if (errand.kind === 'application') await rini.tabAndWrite(page.locator('#visit-nik'), errand.nik)
  if (listedAt) await fromTheList(rini, name, listedAt)
  if (at === 0) await pastePlace(rini, album)
  await wantOf(rini, errand)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: new RegExp(`${numberOf(at)}\\s*${name}`) })).toBeVisible()
}

async function fromTheList(rini: Clerk, name: string, place: string): Promise<void> {
  const { page } = rini
  await rini.tabTo(page.locator('#visit-target'))
  await page.keyboard.type(name, likeFingers)
  await rini.tabTo(page.locator('#visit-place'))
  await page.keyboard.type(place, likeFingers)
  await page.keyboard.press('Tab')
}

/** Where the office allowed it a place may be pasted from a phone. */
async function pastePlace(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.tabAndWrite(page.locator('#visit-position'), '-7.25747, 112.75208')
  await album.shoot(page, 'number', 'a number for somebody of the list, and where the van stands, pasted from a phone')
}

const wantNames = { card: 'Ambil kartu', application: 'Permohonan', help: 'IKD' } as const

/** Biometrics is what most come for, and ticked at first. */
async function wantOf(rini: Clerk, { kind }: Errand): Promise<void> {
  if (kind !== 'card' && kind !== 'application' && kind !== 'help') return
  const { page } = rini
  const boxes = page.getByRole('dialog')
  await rini.tabTo(boxes.getByRole('checkbox', { name: 'Perekaman' }))
  await page.keyboard.press('Space')
  await rini.tabTo(boxes.getByRole('checkbox', { name: wantNames[kind] }))
  await page.keyboard.press('Space')
}

/** Called, served, done; what was done stands with the number. */
async function serve(rini: Clerk, visitor: Visitor, album: Album): Promise<void> {
  const { page } = rini
  await expect(page.getByRole('heading', { level: 2, name: visitor.name })).toBeVisible()
  await move(rini, 'Panggil', 'Layani')
  const { errand } = visitor
  if (errand.kind === 'away') return away(rini, errand, album)
  await move(rini, 'Layani', 'Selesai')
  await doErrand(rini, errand, album)
  await move(rini, 'Selesai', null)
}

async function move(rini: Clerk, from: string, to: string | null): Promise<void> {
  await expect(rini.page.getByRole('button', { name: from, exact: true })).toBeVisible()
  await rini.page.keyboard.press('Control+Enter')
  if (to) await expect(rini.page.getByRole('button', { name: to, exact: true })).toBeVisible()
  else await expect(rini.page.getByRole('button', { name: from, exact: true })).toHaveCount(0)
}

function doErrand(rini: Clerk, errand: Exclude<Errand, { kind: 'away' }>, album: Album): Promise<void> {
  switch (errand.kind) {
    case 'card':
      return giveCard(rini, errand, album)
    case 'application':
      return applyOnSite(rini, errand, album)
    case 'recording':
      return record(rini, errand, album)
    case 'help':
      return help(rini, errand, album)
  }
}

async function record(
  { page }: Clerk,
  { status = 'BIO_CAPTURED', reason }: Extract<Errand, { kind: 'recording' }>,
  album: Album,
): Promise<void> {
  await page.keyboard.press('Alt+r')
  const field = page.locator('#recording-status')
  await expect(field).toBeFocused()
  const words = { BIO_CAPTURED: null, ENROLL_FAILURE_AT_REGIONAL: 'Gagal rekam', DUPLICATE_RECORD: 'Rekaman' }
  const typed = words[status as keyof typeof words]
  if (typed) await page.keyboard.type(typed, likeFingers)
  await expect(field).toHaveValue(status)
  await page.keyboard.press('Tab')
  if (reason) {
    await page.keyboard.insertText(reason)
    await album.shoot(page, 'recording', `a recording by the status of the nation: ${status}`)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(status, { exact: true })).toBeVisible()
}

async function help(
  { page }: Clerk,
  { key, kindWords }: Extract<Errand, { kind: 'help' }>,
  album: Album,
): Promise<void> {
  await page.keyboard.press('Alt+o')
  await expect(page.getByRole('radio', { name: 'Akun dibuat' })).toBeFocused()
  await page.keyboard.press(`Alt+${key}`)
  await expect(page.getByRole('radio', { name: kindWords })).toBeChecked()
  if (key === '2') await album.shoot(page, 'help', 'help, for the log: what, how many, from which kelurahan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: kindWords })).toBeVisible()
}

async function away(rini: Clerk, { how, why }: Extract<Errand, { kind: 'away' }>, album: Album): Promise<void> {
  const { page } = rini
  await page.keyboard.press(how === 'gone' ? 'Alt+g' : 'Alt+j')
  await rini.write(page.locator('#visit-words'), why)
  await album.shoot(page, how, how === 'gone' ? 'gone before the end, and why' : 'not at home: to be visited again')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
