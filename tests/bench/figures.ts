import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'

/** One measured number beside what it is held against. `ratio` is value / reference; null where the goal is absolute. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: string | null
  readonly referenceValue: number | null
  readonly ratio: number | null
  readonly goal: string
  readonly holds: boolean
}

interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** A figure with a limit of its own. */
export function against(measured: Measured, sign: '<' | '>=' | '=', limit: number): Figure {
  const { value, unit } = measured
  const holds = { '<': value < limit, '>=': value >= limit, '=': value === limit }[sign]
  return { ...measured, reference: null, referenceValue: null, ratio: null, goal: `${sign} ${limit} ${unit}`, holds }
}

/** A figure held against a reference that was measured in the same run. */
export function beside(
  measured: Measured,
  reference: { readonly name: string; readonly value: number },
  sign: '<=' | '>=',
  times: number,
): Figure {
  const ratio = measured.value / reference.value
  const holds = sign === '<=' ? ratio <= times : ratio >= times
  const goal = `${sign} ${times}x`
  return { ...measured, reference: reference.name, referenceValue: reference.value, ratio, goal, holds }
}

export const median = (values: readonly number[]) => percentile(values, 50)

/** Nearest-rank percentile; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Prints the figures as a table for people. */
export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    `${show(figure.value)} ${figure.unit}`,
    figure.reference ? `${figure.reference}: ${show(figure.referenceValue ?? 0)} ${figure.unit}` : '',
    figure.ratio === null ? '' : `${figure.ratio.toFixed(2)}x`,
    figure.goal,
    figure.holds ? 'holds' : 'MISSED',
  ])
  const table = [['figure', 'value', 'reference (same run)', 'ratio', 'goal', ''], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

export function writeFigures(file: string, figures: readonly Figure[]): void {
  const { model = 'unknown' } = cpus()[0] ?? {}
  const machine = {
    cpu: model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    at: new Date().toISOString(),
  }
  writeFileSync(file, `${JSON.stringify({ machine, figures }, null, 2)}\n`)
}

function show(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3)
}
