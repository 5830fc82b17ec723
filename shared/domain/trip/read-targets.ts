import { birthDayDoubtful, isNik } from '../nik/check-nik.ts'
import type { TargetKind, TripTarget } from './trip.ts'
import type { Want } from './want.ts'

/** What is wrong with a line of a pasted list. The first four keep it out; the others are only said. */
export type TargetProblem =
  | 'no-name'
  | 'nik-length'
  | 'nik-excel'
  | 'nik-twice'
  | 'nik-zeroed'
  | 'name-digits'
  | 'nik-unlikely'
  | 'name-twice'
  | 'kind-unknown'

const keepsOut: readonly TargetProblem[] = ['no-name', 'nik-length', 'nik-excel', 'nik-twice']

export type ReadTarget = Omit<TripTarget, 'id' | 'placeId'>

export interface ReadTargets {
  readonly targets: readonly ReadTarget[]
  /** By the number of the line as it was pasted, from 1. */
  readonly problems: readonly { readonly line: number; readonly problem: TargetProblem; readonly out: boolean }[]
}

const columns = ['name', 'kind', 'wants', 'nik', 'note'] as const
type Column = (typeof columns)[number]

const headings: Readonly<Record<string, Column>> = {
  ...{ nama: 'name', name: 'name', jenis: 'kind', kategori: 'kind', keperluan: 'wants', layanan: 'wants' },
  ...{ nik: 'nik', catatan: 'note', keterangan: 'note', alamat: 'note' },
}

const kindWords: readonly (readonly [RegExp, TargetKind])[] = [
  [/tirah|baring|sakit|lansia|disabilitas|odgj|bed/i, 'bedridden'],
  [/sekolah|sma|smk|pesantren|siswa|school/i, 'school'],
  [/\brw\b|\brt\b|warga|kampung/i, 'neighbourhood'],
  [/^\s*$|lain|other/i, 'other'],
]

const wantWords: readonly (readonly [RegExp, Want])[] = [
  [/rekam|ktp/i, 'recording'],
  [/kartu|ambil/i, 'card'],
  [/permohonan|akta|\bkk\b|kia/i, 'application'],
  [/ikd|digital/i, 'ikd'],
  [/tanya/i, 'question'],
]

/**
 * Reads a list that was pasted from a table: tabs, semicolons or commas, with or without a line of headings. A line that cannot be right is left out and told; `known`: targets
 * that the plan has already.
 */
export function readTargets(text: string, known: readonly Pick<TripTarget, 'name' | 'nik'>[]): ReadTargets {
  const lines = text.split(/\r?\n/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const head = first < 0 ? null : headingOf(lines[first] ?? '')
  const seen = {
    niks: new Set(known.flatMap(({ nik }) => nik ?? [])),
    names: new Set(known.map(({ name }) => name.toLowerCase())),
  }
  const targets: ReadTarget[] = []
  const problems: ReadTargets['problems'][number][] = []
  const taken: number[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || (head && at === first)) continue
    const { target, found } = readLine(cellsOf(line), head ?? columns, seen)
    for (const problem of found) problems.push({ line: at + 1, problem, out: keepsOut.includes(problem) })
    if (found.some((problem) => keepsOut.includes(problem))) continue
    targets.push(target)
    taken.push(at + 1)
    if (target.nik) seen.niks.add(target.nik)
    seen.names.add(target.name.toLowerCase())
  }
  return { targets, problems: [...problems, ...zeroed(targets, taken)].toSorted((one, other) => one.line - other.line) }
}

/** Excel keeps fifteen digits: a whole column ends in 0, where one alone may be right. `lines`: of the targets. */
function zeroed(targets: readonly ReadTarget[], lines: readonly number[]): ReadTargets['problems'] {
  const numbered = targets.flatMap(({ nik }, at) => (nik ? [{ nik, line: lines[at] ?? 0 }] : []))
  const all = numbered.length > 1 && numbered.every(({ nik }) => nik.endsWith('0'))
  return all ? numbered.map(({ line }) => ({ line, problem: 'nik-zeroed', out: false })) : []
}

interface SeenBefore {
  readonly niks: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

function readLine(cells: readonly string[], order: readonly (Column | null)[], seen: SeenBefore) {
  const cell = (column: Column) => cells[order.indexOf(column)] ?? ''
  const nik = cell('nik').replace(/[\s.'-]/g, '')
  const kind = kindWords.find(([word]) => word.test(cell('kind')))?.[1]
  const wants = wantWords.flatMap(([word, want]) => (word.test(cell('wants')) ? [want] : []))
  const name = cell('name').replace(/\s+/g, ' ').slice(0, 200)
  const target: ReadTarget = {
    ...{ name, nik: nik || null, kind: kind ?? 'other', note: cell('note').slice(0, 300) },
    wants: wants.length > 0 ? wants : ['recording'],
  }
  const found: TargetProblem[] = [...problemsOfName(target, seen), ...problemsOfNik(cell('nik'), nik, seen)]
  return { target, found: kind === undefined ? [...found, 'kind-unknown' as const] : found }
}

function problemsOfName({ name, kind }: ReadTarget, { names }: SeenBefore): readonly TargetProblem[] {
  if (name === '') return ['no-name']
  // A school or an RW bears its number.
  const digits = /\d/.test(name) && (kind === 'bedridden' || kind === 'other')
  return [
    ...(digits ? (['name-digits'] as const) : []),
    ...(names.has(name.toLowerCase()) ? (['name-twice'] as const) : []),
  ]
}

function problemsOfNik(cell: string, nik: string, { niks }: SeenBefore): readonly TargetProblem[] {
  if (nik === '') return []
  if (/[eE]\+/.test(cell) || (/^\d{16}$/.test(nik) && nik.endsWith('0000'))) return ['nik-excel']
  if (!isNik(nik)) return /^\d{15}0$/.test(nik) ? ['nik-excel'] : ['nik-length']
  if (niks.has(nik)) return ['nik-twice']
  return birthDayDoubtful(nik) ? ['nik-unlikely'] : []
}

/** Where the line names its columns; null: it is a person. */
function headingOf(line: string): readonly (Column | null)[] | null {
  const named = cellsOf(line).map((cell) => headings[cell.toLowerCase()] ?? null)
  return named.includes('name') ? named : null
}

/** Of one line: parted by tabs, else by semicolons, else by commas; quotes around a cell are dropped. */
function cellsOf(line: string): readonly string[] {
  const part = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
  const cells = line.match(new RegExp(`("([^"]|"")*"|[^${part}]*)(${part}|$)`, 'g')) ?? []
  return cells
    .map((cell) => (cell.endsWith(part) ? cell.slice(0, -1) : cell).trim())
    .map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim())
}
