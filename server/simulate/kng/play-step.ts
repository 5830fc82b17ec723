import { productsFor } from '#shared/domain/catalogue/asked-now.ts'
import type { Catalogue, Product } from '#shared/domain/catalogue/catalogue.ts'
import { letterKeys } from '#shared/domain/catalogue/filed-facts.ts'
import type { FilingStatus } from '#shared/domain/filing/filing-status.ts'
import { day, localDay } from '../calendar.ts'
import { type KeptApplication, statusOf } from './kept-application.ts'

/** A word in any answer or name that makes the simulated office do so: for trying, and for tests. */
const magic = { sendBack: 'PERBAIKAN', reject: 'DITOLAK', central: 'TERTUNDA' } as const

/** What the office does next. */
export interface Move {
  readonly status: FilingStatus
  readonly note: string | null
  readonly about?: readonly string[]
}

/** null: nothing, for now or for ever. */
export function nextMove(one: KeptApplication, catalogue: Catalogue): Move | null {
  const to = (status: FilingStatus, note: string | null = null): Move => ({ status, note })
  const { pdf, card } = madeBy(one, catalogue)
  switch (statusOf(one)) {
    case 'DIAJUKAN':
      // Nobody verifies papers that are not here yet.
      return documentsMissing(one) ? null : to('VERIFIKASI', 'Berkas diperiksa petugas verifikasi.')
    case 'VERIFIKASI':
      return judged(one) ?? to('VALIDASI', 'Berkas lengkap; data dientri di SIAK.')
    case 'VALIDASI':
      if (saysIn(one, magic.central) && !passed(one, 'TERTUNDA_PUSAT'))
        return to('TERTUNDA_PUSAT', 'Jaringan pusat terganggu.')
      if (pdf.length > 0) return to('TTE', 'Menunggu tanda tangan elektronik.')
      return card.length > 0 ? to('ANTRE_CETAK') : to('SELESAI')
    case 'TERTUNDA_PUSAT':
      return to('VALIDASI', 'Jaringan pusat pulih.')
    case 'TTE':
      return card.length > 0 ? to('ANTRE_CETAK') : to('SIAP_UNDUH', 'Dokumen dapat diunduh atau dicetak di loket.')
    case 'SIAP_UNDUH':
      return to('SELESAI')
    case 'ANTRE_CETAK':
      return to('DICETAK')
    case 'DICETAK':
      return to('SIAP_KIRIM')
    case 'SIAP_KIRIM':
      return to('DIKIRIM', 'Dibawa kurir ke tempat pengambilan.')
    default:
      return null
  }
}

function judged(one: KeptApplication): Move | null {
  const missing = Object.entries(one.submission.requirements).flatMap(([id, { how }]) =>
    how === 'missing' ? [id] : [],
  )
  const named = saysIn(one, magic.sendBack)
  const old = oldLetter(one)
  if (missing.length > 0) return { status: 'PERBAIKAN', note: 'Berkas persyaratan belum lengkap.', about: missing }
  if (old) return { status: 'PERBAIKAN', note: 'Surat kehilangan lebih dari 14 hari; mohon surat baru.', about: old }
  if (named) return { status: 'PERBAIKAN', note: 'Data tidak sesuai dengan berkas.', about: [named] }
  return saysIn(one, magic.reject) ? { status: 'DITOLAK', note: 'Permohonan tidak memenuhi syarat.' } : null
}

/** A letter of the police that is older than the office takes; the field, and the paper itself. */
function oldLetter({ submission: { answers, requirements, filedAt } }: KeptApplication): readonly string[] | null {
  const { date } = letterKeys('lossReport')
  const given = Date.parse(answers[date] ?? filedAt)
  if (Date.parse(filedAt) - given < 15 * day) return null
  return ['lossReport', ...('police-letter' in requirements ? ['police-letter'] : [])]
}

/** The field or role in which the word stands. */
function saysIn({ submission: { answers, people } }: KeptApplication, word: string): string | null {
  const answer = Object.entries(answers).find(([, text]) => text.includes(word))
  if (answer) return answer[0]
  return Object.entries(people).find(([, person]) => Object.values(person).some((one) => says(one, word)))?.[0] ?? null
}

const says = (value: unknown, word: string) => typeof value === 'string' && value.includes(word)

const passed = ({ steps }: KeptApplication, status: FilingStatus) => steps.some((step) => step.status === status)

const documentsMissing = ({ submission, received }: KeptApplication): boolean =>
  Object.values(submission.requirements)
    .flatMap(({ documents }) => documents)
    .some((sha256) => !received.includes(sha256))

/** What the service gives out under these facts, as the catalogue says. Of a kind that the catalogue does not know: nothing. */
export function madeBy(
  { submission: { service, people, answers, requirements, filedAt } }: KeptApplication,
  catalogue: Catalogue,
): { readonly pdf: readonly Product[]; readonly card: readonly Product[] } {
  const found = catalogue.services.find(({ code }) => code === service)
  const facts = { day: localDay(Date.parse(filedAt)), people, answers, requirements }
  const products = found ? productsFor(found, facts) : []
  return {
    pdf: products.filter(({ kind }) => kind === 'pdf' || kind === 'letter'),
    // Recorded at 16: the card of a grown-up follows when the owner has turned 17.
    card: products.filter(({ kind }) => kind === 'ktp-el' || kind === 'kia').slice(0, 1),
  }
}
