import { printable } from './printable.ts'

/** The same data with every text in it printable; bytes, and what stands under a name of `except`, stay as they are. */
export const printableTexts = <T>(part: T, except: ReadonlySet<string> = new Set()): T => inside(part, except) as T

function inside(part: unknown, except: ReadonlySet<string>): unknown {
  if (typeof part === 'string') return printable(part)
  if (Array.isArray(part)) return part.map((one) => inside(one, except))
  if (part === null || typeof part !== 'object' || part instanceof Uint8Array) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, except.has(key) ? value : inside(value, except)]),
  )
}
