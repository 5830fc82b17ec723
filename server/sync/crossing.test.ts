import { expect, onTestFinished, test } from 'vitest'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import type { DatabaseKind } from '../testing/databases.ts'
import { ownDatabase } from '../testing/own-database.ts'

/** A database of its own counts its own deadlocks. */
async function twoProcesses() {
  const database = await ownDatabase()
  onTestFinished(() => database.drop())
  const kind: DatabaseKind = {
    name: 'two processes on PostgreSQL',
    twoProcesses: true,
    open: async () => ({ config: { databaseUrl: database.url, databaseSchema: 'public' }, drop: async () => {} }),
  }
  return { database, centre: await ACentre.open(kind) }
}

// needs PostgreSQL
test("desks of two units that hand over each other's cards at once, through two processes, never wait for each other in a ring", async () => {
  const { database, centre } = await twoProcesses()
  const desks = await Promise.all([scope, otherScope, scope, otherScope].map((home) => centre.device(home)))
  const cards = await Promise.all(
    Array.from({ length: 80 }, (_, index) =>
      centre.addCard(`crossing-${index}`, { scope: index % 2 === 0 ? scope : otherScope }),
    ),
  )
  const pushes = desks.map(async (desk, place) => {
    const own = cards.filter((_, index) => Math.floor(index / 2) % desks.length === place)
    // The two units in turns, beginning with the other one at every second desk.
    const turned = place % 2 === 0 ? own : own.toReversed()
    const verdicts = []
    while (turned.length > 0)
      verdicts.push(...(await desk.verdicts(...turned.splice(0, 5).map(({ id }) => desk.handOver(id)))))
    return verdicts
  })
  const kinds = (await Promise.all(pushes)).flat().map(({ kind }) => kind)
  // A backend tells its counts at the latest when it ends.
  await centre.close()
  const [counted] = await database.ask<{ deadlocks: string }>(
    `SELECT deadlocks FROM pg_stat_database WHERE datname = '${database.name}'`,
  )
  expect({ kinds: [...new Set(kinds)], count: kinds.length, deadlocks: Number(counted?.deadlocks) }).toEqual({
    kinds: ['applied'],
    count: 80,
    deadlocks: 0,
  })
})
