// `npm run simulate -- --kelurahan 3578101003 --cards 200 --seed 7 [--server-data DIR | --database-url URL] [--out DIR] [--now INSTANT] [--no-verifiers]`
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../database/open-database.ts'
import { runProgram } from '../mistake.ts'
import { instant } from './calendar.ts'
import { simulateCity } from './city.ts'
import { simulationAsked } from './simulation-asked.ts'
import { demoPassword } from './staff.ts'
import { writeParcels } from './write-parcels.ts'
import { writeSlips } from './write-slips.ts'

async function main(): Promise<void> {
  const { where, out, ...options } = simulationAsked(process.argv.slice(2), process.env)
  // Of a city before this one.
  rmSync(join(out, 'kng'), { recursive: true, force: true })
  const database = await openDatabase(where, instant(options.now))
  try {
    const city = await simulateCity(database.db, { ...options, kngFolder: join(out, 'kng') })
    const folder = await writeSlips(out, city.kitirs)
    writeParcels(out, city.parcels)
    process.stdout.write(
      `${city.rows} rows; ${city.kitirs.length} e-Kitir in ${folder}; everybody's password: ${demoPassword}\n`,
    )
  } finally {
    await database.close()
  }
}

await runProgram(main)
