import type { Household, HouseholdMember } from '#shared/domain/household/household.ts'
import type { Kelurahan } from '../region/areas.ts'
import type { Chance } from './chance.ts'

const male = [
  'Agus',
  'Bambang',
  'Budi',
  'Dedi',
  'Eko',
  'Fajar',
  'Gatot',
  'Hadi',
  'Imam',
  'Joko',
  'Kurniawan',
  'Mochammad',
  'Nugroho',
  'Prasetyo',
  'Rizky',
  'Slamet',
  'Teguh',
  'Wahyu',
  'Yusuf',
  'Arka',
  'Daffa',
  'Raffi',
  'Made',
  'Yohanes',
  'Lukman',
  'Suryadi',
] as const
const female = [
  'Aisyah',
  'Dewi',
  'Dyah',
  'Endang',
  'Fitri',
  'Indah',
  'Kartika',
  'Lestari',
  'Lina',
  'Maimunah',
  'Nanik',
  'Nur',
  'Putri',
  'Ratna',
  'Rini',
  'Siti',
  'Sri',
  'Tri',
  'Wulandari',
  'Yuliana',
  'Kirana',
  'Nabila',
  'Zahra',
  'Maria',
  'Ni Luh',
  'Anggraeni',
] as const
const last = [
  'Aini',
  'Cahyono',
  'Firmansyah',
  'Halim',
  'Handayani',
  'Hartono',
  'Hidayat',
  'Kusumawati',
  'Maheswari',
  'Marlina',
  'Nugroho',
  'Permatasari',
  'Pratama',
  'Puspitasari',
  'Rahayu',
  'Rahmawati',
  'Riyadi',
  'Santoso',
  'Saputra',
  'Setiawan',
  'Suryani',
  'Susilowati',
  'Utomo',
  'Wahyuni',
  'Wibowo',
  'Wiyono',
] as const
/** The ones that break layouts: one word, and very long. */
const unusual = {
  male: ['Suparman', 'Raden Mas Haryo Kusumo Wicaksono Adiningrat Soerjaningrat'],
  female: ['Sumiati', 'Raden Ajeng Kusumaningtyas Prameswari Widyaningrum Hadikusumo'],
} as const

type Sex = HouseholdMember['sex']

export function nameOf(chance: Chance, sex: Sex): string {
  if (chance.happens(0.04)) return chance.pick(unusual[sex])
  const first = chance.pick(sex === 'male' ? male : female)
  const middle = chance.happens(0.35) ? ` ${chance.pick(sex === 'male' ? male : female)}` : ''
  return `${first}${middle} ${chance.pick(last)}`
}

/** Where people were first registered: mostly here, some from Sidoarjo, Gresik, Malang and Jayapura. */
const elsewhere = ['351505', '352514', '350722', '917101']

/** 16 digits: place of first registration, date of birth (day + 40 for women), serial. Serials are taken once. */
export function nikOf(chance: Chance, kecamatan: string, birthDate: string, sex: Sex, taken: Set<string>): string {
  const place = chance.happens(0.12) ? chance.pick(elsewhere) : kecamatan
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const shown = String(Number(day) + (sex === 'female' ? 40 : 0)).padStart(2, '0')
  for (let serial = chance.whole(1, 30); ; serial++) {
    const nik = `${place}${shown}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`
    if (taken.has(nik)) continue
    taken.add(nik)
    return nik
  }
}

const dayBefore = (today: string, years: number, days: number): string => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year - years, month - 1, day - days)).toISOString().slice(0, 10)
}

/** A day of birth that makes somebody this old today. */
export const bornFor = (chance: Chance, today: string, age: number): string =>
  dayBefore(today, age, chance.whole(1, 360))

const streets = [
  'Ketintang',
  'Kertajaya',
  'Manyar',
  'Ngagel',
  'Darmo',
  'Kedung Tarukan',
  'Simo',
  'Rungkut Asri',
] as const

export interface Family extends Household {
  readonly members: readonly HouseholdMember[]
}

/** A family with a head, mostly a spouse, and children of the given ages (or of any). */
export function familyOf(
  chance: Chance,
  kelurahan: Kelurahan,
  today: string,
  taken: Set<string>,
  childAges: readonly number[],
): Family {
  const member = (relation: HouseholdMember['relation'], sex: Sex, age: number): HouseholdMember => {
    const birthDate = bornFor(chance, today, age)
    return {
      nik: nikOf(chance, kelurahan.kecamatanCode, birthDate, sex, taken),
      name: nameOf(chance, sex),
      birthDate,
      sex,
      relation,
    }
  }
  const parentAge = Math.max(24, ...childAges.map((age) => age + 24)) + chance.whole(0, 8)
  const head = member('head', 'male', parentAge)
  const spouse =
    chance.happens(0.85) || childAges.length > 0 ? [member('spouse', 'female', parentAge - chance.whole(0, 3))] : []
  const children = childAges.map((age) => member('child', chance.happens(0.5) ? 'male' : 'female', age))
  const issued = bornFor(chance, today, chance.whole(1, 12)).split('-')
  return {
    id: nikLike(kelurahan, issued, taken),
    scope: kelurahan.code,
    address: `Jl. ${chance.pick(streets)} ${chance.whole(1, 120)}, RT ${chance.whole(1, 9)} RW ${chance.whole(1, 12)}`,
    members: [head, ...spouse, ...children],
  }
}

/** Number of a family card: as a NIK, with the day of issue. */
function nikLike(
  { kecamatanCode }: Kelurahan,
  [year = '', month = '', day = '']: readonly string[],
  taken: Set<string>,
) {
  for (let serial = 1; ; serial++) {
    const number = `${kecamatanCode}${day}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}
