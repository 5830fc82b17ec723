import type { FiledFacts, FiledPerson } from '../../catalogue/filed-facts.ts'
import { whoApplies } from '../../catalogue/statement-form.ts'
import type { PersonOf } from '../said.ts'

/** What was typed for one service, as far as a form of the catalogue asks for it. Nobody in it lives. */
export interface FormDraft extends Omit<FiledFacts, 'day'> {
  readonly form: string
  readonly service: string
  /** The role of who applies. */
  readonly applies: string
}

const copy = { how: 'copy', documents: [] } as const
const born = (name: string, birthPlace: string, birthDate: string, more: FiledPerson = {}): FiledPerson => ({
  ...{ name, birthPlace, birthDate, ...more },
})

const dewi = born('Dewi Lestari Handayani', 'Surabaya', '1990-04-12', {
  ...{ nik: '3578015204900001', kk: '3578010101190001', sex: 'female', phone: '081234567890' },
})
const agus = born('Agus Setiawan', 'Sidoarjo', '1988-11-03', { nik: '3578010311880002', kk: '3578010101190001' })
const putri = born('Putri Ayu Handayani', 'Surabaya', '2026-11-18', { sex: 'female' })
const [rizky, siti] = [{ name: 'Muhammad Rizky Pratama Putra' }, { name: 'Siti Aminah' }]
const joko = born('Joko Susilo', 'Madiun', '1951-02-27', { nik: '3578012702510004', sex: 'male' })

/** One for each form that is a table of data, and each kind of report for which F-2.01 prints something of its own. */
export const formDrafts: readonly FormDraft[] = [
  {
    ...{ form: 'F-1.01', service: 'KK-MERAH', applies: 'person' },
    people: { person: dewi, guarantor: agus },
    answers: { oldKk: 'have' },
    requirements: { 'red-kk': copy },
  },
  {
    ...{ form: 'F-1.02', service: 'KK-PECAH', applies: 'newHead' },
    people: { newHead: dewi, head: agus },
    answers: { why: 'marriage', members: '3578010101190003', minors: 'no' },
    requirements: { kk: copy, 'marriage-book': copy },
  },
  {
    ...{ form: 'F-1.03', service: 'PINDAH-KELUAR', applies: 'mover' },
    people: { mover: dewi },
    answers: {
      ...{ who: 'member', members: '3578010101190003, 3578010101190004', why: 'work', moveOn: '2026-12-01' },
      ...{ address: 'Jl. Contoh Melati No. 17, RT 004 RW 002', town: 'Kabupaten Sidoarjo' },
    },
    requirements: { kk: copy },
  },
  {
    ...{ form: 'F-1.06', service: 'KK-BIODATA', applies: 'head' },
    people: { person: dewi, head: agus },
    answers: { change: 'name-birth', from: 'Dewi Lestari', to: 'Dewi Lestari Handayani' },
    requirements: { kk: copy, 'change-proof': copy },
  },
  {
    ...{ form: 'F-2.01', service: 'AK-LAHIR', applies: 'mother' },
    people: { child: putri, mother: dewi, father: agus, witness1: rizky, witness2: siti },
    answers: { parents: 'recorded', order: '2', birthTime: '09.14', weight: '3200' },
    requirements: { 'birth-letter': copy },
  },
  {
    ...{ form: 'F-2.01', service: 'AK-MATI', applies: 'applicant' },
    people: { deceased: joko, applicant: agus, witness1: rizky, witness2: siti },
    answers: { diedOn: '2026-11-21', diedAt: 'RSUD Contoh Surabaya', proof: 'doctor' },
    requirements: { 'death-letter': copy },
  },
  {
    ...{ form: 'F-2.01', service: 'AK-KAWIN', applies: 'spouse1' },
    people: { spouse1: agus, spouse2: dewi, witness1: rizky, witness2: siti },
    answers: { religion: 'catholic', marriedOn: '2026-11-14', before: 'no' },
    requirements: { 'religious-letter': copy },
  },
  {
    ...{ form: 'F-2.01', service: 'AK-ANAK', applies: 'father' },
    people: { child: putri, mother: dewi, father: agus },
    answers: {
      ...{ kind: 'adoption', 'ruling.number': '12/Pdt.P/2026/PN Sby', 'ruling.date': '2026-10-05' },
      ...{ 'ruling.station': 'Pengadilan Negeri Surabaya' },
    },
    requirements: { 'court-order': copy },
  },
  {
    ...{ form: 'F-2.02', service: 'LN', applies: 'applicant' },
    people: { person: born('Putri Ayu Handayani', 'Osaka', '2026-08-02'), applicant: dewi },
    answers: { event: 'birth', country: 'Jepang', on: '2026-08-02' },
    requirements: { 'foreign-deed': copy },
  },
]

/** Who stands in a role of a draft. */
export const peopleOf =
  ({ people, applies }: FormDraft): PersonOf =>
  (roles) =>
    roles.map((role) => people[role === whoApplies ? applies : role]).find((person) => person?.name) ?? {}
