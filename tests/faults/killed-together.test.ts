import { expect, test } from 'vitest'
import { howToGetPostgres, postgresPrograms } from './own-postgres.ts'
import { play } from './play.ts'

const seed = Number(process.env.LOKET_SEED ?? 2611)

// The same with 200 kills: npm run faults -- --kills 200
test.skipIf(postgresPrograms() === null)(
  `devices, server and PostgreSQL die again and again while clerks work on bad lines: nothing acknowledged is lost or doubled (seed ${seed}; ${howToGetPostgres})`,
  { timeout: 400_000 },
  async () => {
    const told: string[] = []
    const { survived, findings, acts } = await play({ seed, kills: 8, desks: 2, cards: 90 }, (line) => told.push(line))
    const wrong = findings.filter((finding) => finding.wrong !== null)
    expect({ survived, wrong, told: wrong.length === 0 ? [] : told }).toEqual({ survived: 8, wrong: [], told: [] })
    expect(acts).toBeGreaterThan(0)
  },
)
