import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import type { Chance } from './chance.ts'

const pageSize = 4096

/** What happens to a disk. Each harms the file, its log, or both, and says what it did. */
const harms = {
  'some bytes': (file: string, chance: Chance) =>
    change(file, (bytes) => {
      const places = Array.from({ length: 1 + chance.below(20) }, () => chance.below(bytes.length))
      for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255))
    }),
  'whole pages': (file: string, chance: Chance) =>
    change(file, (bytes) => {
      const pages = Math.floor(bytes.length / pageSize)
      for (let left = 1 + chance.below(Math.max(1, Math.floor(pages / 8))); left > 0; left--)
        scribble(bytes, chance.below(pages) * pageSize, pageSize, chance)
    }),
  'a stretch of zeros': (file: string, chance: Chance) =>
    change(file, (bytes) => {
      const from = chance.below(bytes.length)
      bytes.fill(0, from, Math.min(bytes.length, from + pageSize * (1 + chance.below(40))))
    }),
  'its end torn off': (file: string, chance: Chance) => truncateSync(file, chance.below(statSync(file).size)),
  'its beginning': (file: string, chance: Chance) =>
    change(file, (bytes) => scribble(bytes, 0, Math.min(bytes.length, 1 + chance.below(3 * pageSize)), chance)),
  'nearly everything': (file: string, chance: Chance) =>
    change(file, (bytes) => {
      for (let at = 0; at + pageSize <= bytes.length; at += pageSize)
        if (chance.next() < 0.7) scribble(bytes, at, pageSize, chance)
    }),
} as const

type Harm = keyof typeof harms

/** Harms the file, and sometimes its log. */
export function harm(file: string, chance: Chance): string {
  const kind = chance.one<Harm>([
    'some bytes',
    'whole pages',
    'a stretch of zeros',
    'its end torn off',
    'its beginning',
    'nearly everything',
  ])
  const log = `${file}-wal`
  const where = existsSync(log) && statSync(log).size > 0 ? chance.one(['file', 'log', 'both']) : 'file'
  if (where !== 'log') harms[kind](file, chance)
  if (where !== 'file') harms[kind](log, chance)
  return `${kind} of the ${where}`
}

function change(file: string, run: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  run(bytes)
  writeFileSync(file, bytes)
}

function scribble(bytes: Buffer, from: number, length: number, chance: Chance): void {
  for (let at = from; at < Math.min(bytes.length, from + length); at++) bytes[at] = chance.below(256)
}
