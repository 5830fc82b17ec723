interface Laptop {
  readonly deviceCode: string
  readonly homeScope: string
  readonly generation: number
  readonly numberMark?: string | undefined
}

/**
 * What a laptop's numbers begin with: `A` for the computer 01 of the trip's own unit, `B` for 02. A computer of another unit adds the end of that unit's code, one that was
 * brought back from a backup its generation, and one that may be a copy its mark: no two laptops ever give the same number.
 */
export function queueLetter({ deviceCode, homeScope, generation, numberMark }: Laptop, tripScope: string): string {
  const unit = homeScope === tripScope ? '' : `.${homeScope.slice(-6)}`
  const again = generation === 1 ? '' : `.${generation}`
  return `${letterOf(deviceCode)}${unit}${again}${numberMark ? `.${numberMark}` : ''}`
}

/** `01` -> `A`, `27` -> `AA`; a code that is no number stays as it is. */
function letterOf(code: string): string {
  if (!/^\d{1,3}$/.test(code) || Number(code) === 0) return code
  let letters = ''
  for (let rest = Number(code); rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

const generationPart = /^\d{1,3}$/
const markPart = /^X[A-Z0-9]{3}$/

/** Whether a number was given by the laptop of this letter, then or before it was brought back from a backup. */
export function isOfLaptop(number: string, letter: string): boolean {
  const [given, own] = [livesOf(number.slice(0, number.lastIndexOf('-'))), livesOf(letter)]
  return given.laptop === own.laptop && given.generation <= own.generation
}

function livesOf(letter: string): { readonly laptop: string; readonly generation: number } {
  const [first = '', ...more] = letter.split('.')
  const unit = more.filter((part) => !generationPart.test(part) && !markPart.test(part))
  return { laptop: [first, ...unit].join('.'), generation: Number(more.find((part) => generationPart.test(part)) ?? 1) }
}

/** The next number of this laptop: `A-001`, after the highest that bears its letter. */
export function nextQueueNumber(letter: string, given: readonly string[]): string {
  const mine = given.flatMap((number) => {
    const [, before, digits] = /^(.+)-(\d+)$/.exec(number) ?? []
    return before === letter ? [Number(digits)] : []
  })
  return `${letter}-${String(Math.max(0, ...mine) + 1).padStart(3, '0')}`
}
