import type { Kitir } from '../../fixtures/city.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'

/** What somebody of the queue comes for, and what becomes of it. */
export type Errand =
  | { readonly kind: 'card'; readonly kitir: Kitir; readonly shown: boolean }
  | { readonly kind: 'recording'; readonly status?: string; readonly reason?: string }
  | { readonly kind: 'application'; readonly nik: string; readonly birthDay: string; readonly shown: boolean }
  | { readonly kind: 'help'; readonly key: '1' | '2' | '3'; readonly kindWords: string }
  | { readonly kind: 'away'; readonly how: 'gone' | 'postponed'; readonly why: string }

export interface Visitor {
  readonly name: string
  /** Stands on the list of targets, and is served there. */
  readonly listedAt?: 'Balai' | 'Rumah'
  readonly errand: Errand
}

const recorded = ['Sutrisno', 'Wahyu Hidayat', 'Ningsih', 'Agus Salim', 'Rohmah', 'Dimas Prasetyo', 'Suparman']
const young = ['Putri Maharani', 'Fajar Nugroho', 'Laila Rahmawati', 'Rizky Ananda', 'Bella Safitri']

const recording = (name: string): Visitor => ({ name, errand: { kind: 'recording' } })
const help = (name: string, key: '1' | '2' | '3', kindWords: string): Visitor => ({
  name,
  errand: { kind: 'help', key, kindWords },
})
const application = (name: string, nik: string, birthDay: string, shown = false): Visitor => ({
  name,
  errand: { kind: 'application', nik, birthDay, shown },
})

/** The cards that the team takes along. */
export const carried = (kelurahan: Kelurahan): readonly Kitir[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((at) => kelurahan.kitir('ready', 'ktp-el', at))

/** Thirty people in the order in which they come: eight cards (one of which goes home again), recordings, applications, help, and two whom nothing comes of. */
export function visitors(kelurahan: Kelurahan): readonly Visitor[] {
  const cards = carried(kelurahan)
    .slice(0, 7)
    .map((kitir, at): Visitor => ({ name: kitir.ownerName, errand: { kind: 'card', kitir, shown: at === 0 } }))
  const failed = { kind: 'recording', status: 'ENROLL_FAILURE_AT_REGIONAL', reason: 'Sidik jari aus' } as const
  const twice = { kind: 'recording', status: 'DUPLICATE_RECORD', reason: 'Pernah rekam di Sidoarjo' } as const
  return [
    { ...recording('Siti Aminah'), listedAt: 'Balai' },
    ...recorded.map(recording),
    ...cards.slice(0, 3),
    application('Dewi Lestari', '3578015204900001', '12041990', true),
    help('Bu Kartini', '2', 'IKD diaktifkan'),
    { name: 'Mbah Karto', listedAt: 'Rumah', errand: failed },
    ...cards.slice(3, 5),
    ...young.slice(0, 3).map(recording),
    application('Sri Wahyuni', '3578014307850002', '03071985'),
    help('Pak Slamet', '1', 'Akun dibuat'),
    { name: 'Yuni Astuti', errand: twice },
    { name: 'Bambang Sutrisno', errand: { kind: 'away', how: 'gone', why: 'Dipanggil pulang' } },
    ...cards.slice(5),
    ...young.slice(3).map(recording),
    application('Ratna Sari', '3578016509920003', '25091992'),
    help('Ibu Sumarni', '3', 'Diajari mengajukan'),
    {
      name: 'Mbah Sarinem',
      listedAt: 'Rumah',
      errand: { kind: 'away', how: 'postponed', why: 'Tidak ada di rumah, ke anaknya' },
    },
  ]
}
