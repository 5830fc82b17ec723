import { NarrowLine } from '../../fixtures/narrow-line.ts'
import { aSignature } from '../../fixtures/signature.ts'
import { cardId } from '../../sync/city.ts'
import { Desk } from '../../sync/desk.ts'
import { against, type Figure } from '../figures.ts'
import type { BenchCentre } from './bench-centre.ts'

/** Hand-overs of the busiest day of the largest kelurahan (domain.md, volumes). */
const dayOfWork = 50
const bytesASecond = 8_000

/** What the work of a day costs on the wire, and how long it takes on a bad one. */
export async function wireFigures(centre: BenchCentre, from: number): Promise<readonly Figure[]> {
  const line = await NarrowLine.open(centre.url)
  const desk = await Desk.enrolled(line.url, centre.scope, centre.codes[5] ?? '')
  try {
    const before = line.bytes
    for (let number = 0; number < dayOfWork; number++)
      await desk.handOver(cardId(centre.scope, from + number), tiny(number))
    await wholeRound(desk)
    const each = (line.bytes - before) / dayOfWork
    for (let number = 0; number < dayOfWork; number++)
      await desk.handOver(
        cardId(centre.scope, from + dayOfWork + number),
        Buffer.from(aSignature(number + 1), 'base64'),
      )
    line.narrowTo(bytesASecond)
    const began = performance.now()
    await wholeRound(desk)
    const seconds = (performance.now() - began) / 1000
    return [
      against({ name: 'bytes on the wire for a hand-over without its pictures', value: each, unit: 'B' }, '<', 3000),
      against({ name: `${dayOfWork} hand-overs with signatures over 64 kbit/s`, value: seconds, unit: 's' }, '<', 120),
    ]
  } finally {
    await desk.close()
    await line.close()
  }
}

const tiny = (number: number) => Buffer.from(`s${number}`)

async function wholeRound(desk: Desk): Promise<void> {
  const round = await desk.round()
  if (!round.ok) throw new Error(`the round failed: ${JSON.stringify(round.refusal)}`)
  if ((await desk.commands()).waiting > 0) throw new Error('commands are still waiting')
}
