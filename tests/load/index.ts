// `npm run load -- --devices 2000 --minutes 5 [--rate 60] [--curve 250,500,1000,2000 | none] [--no-morning] [--servers 2] [--database-url URL]
// [--profile DIR] [--paper]`: plays the city's morning, the cost per device and the nation's peak against the real server on a PostgreSQL
// database of its own, prints what it measured and writes it to out/load.json (and, with --paper, into docs/scale.md).
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../server/mistake.ts'
import { ownDatabase } from '../../server/testing/own-database.ts'
import { root } from '../fixtures/root.ts'
import { LightDevice } from './light-device.ts'
import { type LoadAsked, loadAsked } from './load-asked.ts'
import { writePaper } from './paper.ts'
import { printStage, reportOf, writeReport } from './report.ts'
import { playStage, type StagePlan, type StageResult } from './stage.ts'
import { makeWorld } from './world.ts'

const morning = { name: 'morning of the city', arriveSeconds: 30, waitingActs: 3, seconds: 60, rate: 0.6 }
const cityDevices = 245
const curveSeconds = 40
const arrivalsPerSecond = 50

interface Part extends StagePlan {
  readonly devices: number
}

function partsOf({ devices, minutes, rate, curve, morning: withMorning }: LoadAsked): readonly Part[] {
  const part = (name: string, count: number, seconds: number): Part => {
    const arriveSeconds = count / arrivalsPerSecond
    return { name, devices: count, seconds, rate: (rate * count) / devices, arriveSeconds, waitingActs: 0 }
  }
  return [
    ...(withMorning ? [{ ...morning, devices: Math.min(cityDevices, devices) }] : []),
    ...curve.filter((count) => count <= devices).map((count) => part(`cost of ${count} devices`, count, curveSeconds)),
    part('peak of the nation', devices, minutes * 60),
  ]
}

/** Enough for every act, however unevenly they fall; and a drawer is never small. */
const cardsPerUnit = (parts: readonly Part[], units: number) => {
  const acts = parts.reduce(
    (sum, { seconds, rate, waitingActs, devices }) => sum + seconds * rate + waitingActs * devices,
    0,
  )
  return Math.max(80, Math.ceil((2 * acts) / units))
}

async function main(): Promise<void> {
  const asked = loadAsked(process.argv.slice(2), process.env)
  const parts = partsOf(asked)
  const database = await ownDatabase(asked.databaseUrl)
  try {
    const world = await makeWorld(database.url, asked.devices, cardsPerUnit(parts, asked.devices / 1.6))
    console.log(
      `${world.rows} rows in ${world.units.length} units, ${world.desks.length} devices, database ${database.name}`,
    )
    const devices = world.desks.map((desk) => new LightDevice(desk))
    const stages: StageResult[] = []
    for (const { devices: count, ...plan } of parts) {
      const stage = await playStage({ ...asked, database }, plan, devices.slice(0, count))
      stages.push(stage)
      printStage(stage)
    }
    const report = reportOf(asked, stages)
    mkdirSync(join(root, 'out'), { recursive: true })
    writeReport(join(root, 'out', 'load.json'), report)
    if (asked.paper) writePaper(join(root, 'docs', 'scale.md'), report)
  } finally {
    await database.drop()
  }
}

await runProgram(main)
