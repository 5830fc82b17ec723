import { cardId } from '../../sync/city.ts'
import { Desk } from '../../sync/desk.ts'
import { against, type Figure, percentile } from '../figures.ts'
import type { BenchCentre } from './bench-centre.ts'

const times = 60

/** What one hand-over takes while the line is good: until the centre's verdict is on this disk, and until a second desk shows it. */
export async function liveFigures(centre: BenchCentre, from: number): Promise<readonly Figure[]> {
  const [first, second] = await Promise.all(
    [3, 4].map((n) => Desk.enrolled(centre.url, centre.scope, centre.codes[n] ?? '')),
  )
  if (!first || !second) throw new Error('the desks were not enrolled')
  try {
    for (const desk of [first, second]) desk.sync.control.start()
    const verdicts: number[] = []
    const seen: number[] = []
    for (let number = 0; number < times; number++) {
      const card = cardId(centre.scope, from + number)
      const shown = until(second, async () => (await second.card(card))?.state === 'handed-over')
      const began = performance.now()
      await first.handOver(card)
      const written = performance.now()
      first.sync.control.wake()
      await until(first, async () => (await first.commands()).waiting === 0)
      verdicts.push(performance.now() - written)
      await shown
      seen.push(performance.now() - began)
    }
    const one = 'one hand-over on a good line'
    return [
      against({ name: `${one}: until its verdict is kept, p95`, value: percentile(verdicts, 95), unit: 'ms' }, '<', 50),
      against(
        { name: `${one}: until the second desk shows it, p95`, value: percentile(seen, 95), unit: 'ms' },
        '<',
        1000,
      ),
    ]
  } finally {
    await Promise.all([first.close(), second.close()])
  }
}

/** Looks again whenever the desk announces something. */
async function until(desk: Desk, holds: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const changed = desk.nextAnnouncement()
    if (await holds()) return
    await changed
  }
}
