import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { against, type Figure, printTable } from '../bench/figures.ts'
import type { LoadAsked } from './load-asked.ts'
import type { Measured } from './meter.ts'
import type { StageResult } from './stage.ts'
import { type Summary, summaryOf } from './summary.ts'

export interface Report {
  readonly machine: Readonly<Record<string, string | number>>
  readonly asked: Pick<LoadAsked, 'devices' | 'minutes' | 'rate' | 'servers'>
  readonly figures: readonly Figure[]
  readonly summaries: readonly Summary[]
  readonly stages: readonly StageResult[]
}

/** After each stage, for who waits. */
export function printStage(stage: StageResult): void {
  const cost = summaryOf(stage)
  console.log(`\n${stage.name}: ${stage.devices} devices, ${stage.acts} acts in ${stage.seconds} s`)
  printMeasured('arriving', stage.arrival)
  printMeasured('then', stage.steady)
  console.log(
    [
      `  processor: server ${cost.serverCores.toFixed(2)} + PostgreSQL ${cost.postgresCores.toFixed(2)} cores`,
      `(driver ${cost.driverCores.toFixed(2)}); ${cost.cpuMsPerAct.toFixed(1)} ms an act, ${cost.cpuMsPerDeviceMinute.toFixed(1)} ms a device and minute`,
    ].join(' '),
  )
  console.log(
    `  memory of the server ${cost.rssMiB.toFixed(0)} MiB (${cost.rssMiBPerMinute.toFixed(1)} MiB a minute in the second half), ${cost.liveMiB.toFixed(0)} MiB of it in use (${cost.liveMiBPerMinute.toFixed(1)} MiB a minute); PostgreSQL: ${cost.connections} connections, ` +
      `${(stage.postgres.sizeBytes / 2 ** 20).toFixed(0)} MiB, ${kib(cost.databaseBytesPerAct)} KiB and ${kib(cost.walBytesPerAct)} KiB of WAL an act, ${stage.postgres.deadlocks} deadlocks`,
  )
}

const kib = (bytes: number) => (bytes / 1024).toFixed(1)

function printMeasured(when: string, { kinds, acts, errors }: Measured): void {
  const wrong = Object.entries(errors).map(([what, count]) => `${count} x ${what}`)
  console.log(`  ${when}: ${wrong.length === 0 ? 'no errors' : wrong.join('; ')}`)
  for (const [kind, one] of [...Object.entries(kinds), ['act to verdict', acts] as const])
    if (one.count > 0)
      console.log(
        `    ${kind.padEnd(14)} ${String(one.count).padStart(7)}  p50 ${ms(one.p50)}  p95 ${ms(one.p95)}  p99 ${ms(one.p99)}  max ${ms(one.max)} ms`,
      )
}

const ms = (value: number) => value.toFixed(1).padStart(7)

export function reportOf(asked: LoadAsked, stages: readonly StageResult[]): Report {
  const { devices, minutes, rate, servers } = asked
  const summaries = stages.map(summaryOf)
  return {
    machine: machine(),
    asked: { devices, minutes, rate, servers },
    figures: figuresOf(summaries, rate),
    summaries,
    stages,
  }
}

/** The goals, held against the peak. */
function figuresOf(summaries: readonly Summary[], rate: number): readonly Figure[] {
  const peak = summaries.at(-1)
  if (!peak) return []
  const curve = summaries.filter(({ name }) => name.startsWith('cost of '))
  const [few, many] = [curve[0], curve.at(-1)]
  return [
    against({ name: `p95 push of ${peak.devices} devices`, value: peak.push.p95, unit: 'ms' }, '<', 250),
    against({ name: 'acts a second that were done', value: peak.actsPerSecond, unit: '/s' }, '>=', rate * 0.998),
    against({ name: 'errors', value: peak.errors, unit: '' }, '=', 0),
    against({ name: 'memory in use by the server, growth', value: peak.liveMiBPerMinute, unit: 'MiB/min' }, '<', 3),
    ...(few && many && few !== many
      ? [
          against(
            {
              name: `cost per device, ${many.devices} to ${few.devices} devices`,
              value: many.cpuMsPerDeviceMinute / few.cpuMsPerDeviceMinute,
              unit: 'x',
            },
            '<',
            1.1,
          ),
        ]
      : []),
  ]
}

function machine(): Report['machine'] {
  const { model = 'unknown' } = cpus()[0] ?? {}
  return {
    ...{ cpu: model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) },
    ...{ system: `${type()} ${release()}`, node: process.version, at: new Date().toISOString() },
    loadAverage: loadavg()[1] ?? 0,
  }
}

export function writeReport(file: string, report: Report): void {
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`)
  console.log('')
  printTable(report.figures)
  const missed = report.figures.filter(({ holds }) => !holds).length
  console.log(
    `load complete: ${report.figures.length - missed} of ${report.figures.length} figures hold; out/load.json written`,
  )
}
