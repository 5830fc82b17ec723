// `npm run simulate -- --kelurahan 3578101003 --cards 200 --seed 7 [--server-data DIR | --database-url URL] [--out DIR] [--now INSTANT] [--no-verifiers]`
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openDatabase } from '../database/open-database.ts'
import { instant } from './calendar.ts'
import { simulateCity } from './city.ts'
import { demoPassword } from './staff.ts'
import { writeSlips } from './write-slips.ts'

const { values } = parseArgs({
  options: {
    kelurahan: { type: 'string', default: '3578101003' },
    cards: { type: 'string', default: '200' },
    seed: { type: 'string', default: '7' },
    'server-data': { type: 'string', default: process.env.LOKET_SERVER_DATA || 'out/server' },
    'database-url': { type: 'string', default: process.env.DATABASE_URL || '' },
    out: { type: 'string', default: 'out/simulated' },
    now: { type: 'string', default: new Date().toISOString() },
    'no-verifiers': { type: 'boolean', default: false },
  },
})
const options = z
  .object({
    kelurahan: z.string().regex(/^\d{10}$/),
    cards: z.coerce.number().int().min(0).max(1_000_000),
    seed: z.coerce.number().int(),
    now: z.iso.datetime(),
  })
  .parse(values)

const now = Date.parse(options.now)
const where = values['database-url'] ? { url: values['database-url'] } : { dataDir: values['server-data'] }
const database = await openDatabase(where, instant(now))
try {
  const city = await simulateCity(database.db, { ...options, now, withoutVerifiers: values['no-verifiers'] })
  const folder = await writeSlips(values.out, city.kitirs)
  process.stdout.write(
    `${city.rows} rows; ${city.kitirs.length} e-Kitir in ${folder}; everybody's password: ${demoPassword}\n`,
  )
} finally {
  await database.close()
}
