import type { Random } from './random.ts'

// Base45, the alphabet of our own signed e-Kitir.
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const opaque = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_'

const draw = (from: string, length: number, random: Random) =>
  Array.from({ length }, () => from[random.whole(0, from.length - 1)]).join('')

/** 30 to 180 characters: half look like a signed e-Kitir (Base45), half like an opaque address of KNG. */
export function codeText(random: Random): string {
  const length = random.whole(30, 180)
  if (random.whole(0, 1) === 0) return `LKT1:${draw(alphabet, length - 6, random)}X`
  return `https://kng.example/k/${draw(opaque, length - 22, random)}`
}
