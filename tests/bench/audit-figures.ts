import { createHash } from 'node:crypto'
import { Counter } from '../../electron/engine/testing/counter.ts'
import { aCard } from '../../electron/engine/testing/rows.ts'
import { against, type Figure } from './figures.ts'
import { longestPause } from './longest-pause.ts'

const entries = 200_000

/** Going through an audit chain of 200 000 entries on an encrypted file, through the gateway of the engine. */
export async function auditFigures(): Promise<readonly Figure[]> {
  const counter = await Counter.with({ cards: [aCard('k-1')] })
  try {
    await counter.signIn('hendra')
    await fill(counter)
    let seconds = Number.POSITIVE_INFINITY
    let pause = 0
    for (let round = 0; round < 3; round++) {
      const began = performance.now()
      pause = Math.max(pause, await longestPause(async () => void (await counter.get('audit.check', {}))))
      seconds = Math.min(seconds, (performance.now() - began) / 1000)
    }
    return [
      against(
        { name: 'checking an audit chain of 200 000 entries', value: entries / seconds, unit: 'entries/s' },
        '>=',
        50_000,
      ),
      against({ name: 'checking an audit chain: longest pause of the engine', value: pause, unit: 'ms' }, '<', 50),
    ]
  } finally {
    await counter.close()
  }
}

async function fill(counter: Counter): Promise<void> {
  const { position, hash } = await counter.store.read
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  let at = position
  let prevHash = hash
  await counter.store.inTransaction(async () => {
    const insert = counter.store.prepare('INSERT INTO audit_entry (position, entry, hash) VALUES (?, ?, ?)')
    for (let n = 0; n < entries; n++) {
      at += 1
      const said = {
        seq: at % 2 ** 32,
        at: counter.clock.now(),
        staffId: 'rini',
        kind: 'open-card',
        subject: '01934f6e-7a2b-7c3d-9e4f-0123456789ab',
      }
      const entry = JSON.stringify({ ...said, commandHash: null, prevHash })
      prevHash = createHash('sha256').update(entry).digest('hex')
      insert.run(at, entry, prevHash)
    }
  })
}
