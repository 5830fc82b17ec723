import { readFileSync, writeFileSync } from 'node:fs'
import { assumed, type Nation, nationOf } from './nation.ts'
import type { Report } from './report.ts'

/** Rewrites the tables of the paper between their marks, and nothing else of it. Throws when a mark is not there. */
export function writePaper(file: string, report: Report): void {
  const nation = nationOf(report)
  const parts = { machine: machineLine(report), measured: measuredTable(report), tables: growthTable(report) }
  let text = readFileSync(file, 'utf8')
  for (const [mark, part] of Object.entries({ ...parts, ...(nation && { nation: nationTable(nation) }) }))
    text = between(text, mark, part)
  writeFileSync(file, text)
  console.log(
    `docs/scale.md has the tables of this run${nation ? '' : ', without the nation: the morning was left out'}`,
  )
}

function between(text: string, mark: string, part: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`the paper has no place for ${mark}`)
  return `${text.slice(0, from + begin.length)}\n${part}\n${text.slice(to)}`
}

const machineLine = ({ machine, asked }: Report) =>
  `Taken ${machine.at} on ${machine.cores} cores (${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}), load average ${Number(machine.loadAverage).toFixed(1)}: ` +
  `\`npm run load -- --devices ${asked.devices} --minutes ${asked.minutes}\`, ${asked.servers} server process${asked.servers === 1 ? '' : 'es'}.`

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const measuredTable = ({ summaries }: Report) =>
  table(
    [
      ...['stage', 'devices', 'acts/s', 'requests/s', 'push p50 / p95 / p99 ms', 'errors', 'server + PostgreSQL cores'],
      ...['ms an act', 'ms a device and minute', 'server MiB (MiB/min)', 'in use after collection', 'connections'],
    ],
    summaries.map((one) => [
      ...[one.name, one.devices, one.actsPerSecond.toFixed(1), one.requestsPerSecond.toFixed(0)],
      [one.push.p50, one.push.p95, one.push.p99].map((ms) => ms.toFixed(0)).join(' / '),
      ...[one.errors, `${one.serverCores.toFixed(2)} + ${one.postgresCores.toFixed(2)}`, one.cpuMsPerAct.toFixed(1)],
      one.cpuMsPerDeviceMinute.toFixed(1),
      `${one.rssMiB.toFixed(0)} (${one.rssMiBPerMinute.toFixed(1)})`,
      `${one.liveMiB.toFixed(0)} (${one.liveMiBPerMinute.toFixed(1)})`,
      one.connections,
    ]),
  )

const growthTable = ({ stages }: Report) => {
  const stage = stages.at(-1)
  if (!stage) return ''
  const rows = Object.entries(stage.postgres.tables).map(([name, bytes]) => [name, (bytes / stage.acts).toFixed(0)])
  return table(['table', 'bytes an act, indexes included'], rows)
}

function nationTable(nation: Nation): string {
  const { devices, peakActsPerSecond, actsPerDay, daysPerYear, headroom, rupiahPerUsd } = assumed
  const gb = (value: number) => `${Math.round(value).toLocaleString('en')} GB`
  const zone = Math.round((devices * assumed.largestZone) / (assumed.morningSeconds / 60))
  return table(
    ['what', 'arithmetic', 'comes to'],
    [
      ['acts at the peak', `${peakActsPerSecond}/s × ${nation.msPerAct.toFixed(1)} ms`, cores(nation.coresOfActs)],
      [
        'devices that wait (poll, heartbeat, poke)',
        `${devices} × ${nation.msPerIdleDeviceMinute.toFixed(2)} ms a minute`,
        cores(nation.coresOfDevices),
      ],
      [
        'morning of the largest zone',
        `${zone} arrivals a minute × ${nation.msPerArrival.toFixed(1)} ms`,
        cores(nation.coresOfMorning),
      ],
      ['all at once, with headroom', `sum × ${headroom}`, `${nation.coresWithHeadroom} cores`],
      ['server processes', `${devices} / ${assumed.devicesPerProcess}`, nation.processes],
      ['connections of devices', `${devices} × ${assumed.connectionsPerDevice}`, nation.deviceConnections],
      ['connections of PostgreSQL', `${nation.processes} × ${assumed.poolPerProcess}`, nation.databaseConnections],
      [
        'rows and signatures a year',
        `${actsPerDay} × ${daysPerYear} × bytes an act, changes kept ${assumed.foldedAfterDays} days`,
        gb(nation.gbPerYear),
      ],
      [
        'photos a year',
        `${actsPerDay / 5} hand-overs × ${daysPerYear} × ${assumed.photoShare} × ${assumed.photoBytes / 1000} kB`,
        gb(nation.gbOfPhotosPerYear),
      ],
      ['WAL a day', `${actsPerDay} × bytes an act`, gb(nation.walGbPerDay)],
      ['network at the peak', 'hand-overs + polls, both ways', `${nation.peakMbitPerSecond.toFixed(0)} Mbit/s`],
      [
        'money a month, after one year',
        `2 × (cores × $${assumed.usdPerCoreMonth} + GB × $${assumed.usdPerGbMonth})`,
        `$${Math.round(nation.usdPerMonth).toLocaleString('en')} = Rp${Math.round((nation.usdPerMonth * rupiahPerUsd) / 1e6)} million`,
      ],
    ],
  )
}

const cores = (value: number) => `${value.toFixed(2)} cores`
