/** Spellings that mean one word, in Indonesian as citizens of Surabaya write it. */
const sameWord: Readonly<Record<string, string>> = {
  akte: 'akta',
  akter: 'akta',
  aktanya: 'akta',
  katepe: 'ktp',
  e: '',
  el: '',
  ektp: 'ktp',
  ktpel: 'ktp',
  kaka: 'kk',
  ilang: 'hilang',
  kehilangan: 'hilang',
  ngilang: 'hilang',
  gawe: 'buat',
  nggawe: 'buat',
  bikin: 'buat',
  lair: 'lahir',
  lairan: 'lahir',
  kelahiran: 'lahir',
  melahirkan: 'lahir',
  kematian: 'mati',
  anyar: 'baru',
  hp: 'telepon',
  hape: 'telepon',
  kost: 'kos',
}

/** Words that say nothing about which service is meant. */
const empty = new Set(
  [
    '',
    'saya',
    'aku',
    'mau',
    'ingin',
    'yang',
    'di',
    'ke',
    'dan',
    'untuk',
    'atau',
    'karena',
    'nya',
    'pak',
    'bu',
    'urus',
  ].concat(['mengurus', 'ngurus', 'minta', 'cara', 'bagaimana', 'tolong', 'buat']),
)

/** The words of a text without case, signs and accents, each in its usual spelling; those that say nothing are left out, unless all do. */
export function plainWords(text: string): readonly string[] {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => sameWord[word] ?? word)
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words.filter((word) => word !== '')
}

/** How well a typed word fits a known one: 1 the same, less for a beginning and for a slip of the finger, 0 not at all. */
export function likeness(typed: string, known: string): number {
  if (typed === known) return 1
  if (typed.length >= 2 && known.startsWith(typed)) return 0.7 + (0.25 * typed.length) / known.length
  // Indonesian puts endings on: hilangnya, aktanya.
  if (known.length >= 4 && typed.startsWith(known) && typed.length - known.length <= 3) return 0.8
  const slips = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  // Of three letters only swapped neighbours: any other slip makes another short form (KTP, KIA, KUA).
  if (typed.length === 3 && known.length === 3)
    return slipsBetween(typed, known) === 1 && sameLetters(typed, known) ? 0.65 : 0
  if (slips === 0 || Math.abs(typed.length - known.length) > slips) return 0
  const made = slipsBetween(typed, known)
  if (made > slips) return 0
  return made === 1 ? 0.65 : 0.5
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('')

/** Letters that are wrong, missing, too many or swapped with their neighbour (restricted Damerau-Levenshtein). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(rows, i - 2, j - 2) + 1
          : Number.MAX_SAFE_INTEGER
      row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + cost, swapped))
    }
    rows.push(row)
  }
  return at(rows, a.length, b.length)
}

const at = (rows: readonly (readonly number[])[], i: number, j: number): number =>
  rows[i]?.[j] ?? Number.MAX_SAFE_INTEGER
