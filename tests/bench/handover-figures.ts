import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Counter, handOverToOwner } from '../../electron/engine/testing/counter.ts'
import { aCard } from '../../electron/engine/testing/rows.ts'
import { aSignature } from '../fixtures/signature.ts'
import { beside, type Figure, median } from './figures.ts'
import { writeAndSync } from './write-and-sync.ts'

const handovers = 200

/** One durable hand-over through the gateway of the engine, beside appending as many bytes to a file and waiting for the disk. */
export async function handoverFigures(): Promise<readonly Figure[]> {
  const cards = Array.from({ length: handovers }, (_, number) => aCard(`card-${number}`))
  // Each is another drawing: the same one twice would be kept only once.
  const signatures = cards.map((_, number) => aSignature(number + 1))
  const counter = await Counter.with({ cards })
  try {
    await counter.signIn()
    const ours: number[] = []
    const bytes: number[] = []
    for (const [number, { id }] of cards.entries()) {
      const signature = signatures[number] ?? ''
      const before = sizeOfLog(counter.dataDir)
      const started = performance.now()
      const answer = await counter.ask('handover.record', { ...handOverToOwner(id), signature })
      ours.push(performance.now() - started)
      if (!answer.ok) throw new Error(`the hand-over was refused: ${answer.refusal.code}`)
      bytes.push(sizeOfLog(counter.dataDir) - before)
    }
    // Once the log has its full length it is written from its start again, and grows no more.
    const written = median(bytes.filter((grown) => grown > 0))
    const reference = median(writeAndSync(counter.dataDir, written, handovers))
    const kilobytes = Math.round(written / 1024)
    const drawn = median(signatures.map(({ length }) => length)) / 1365
    const name = `hand-over transaction with a ${Math.round(drawn)} KB signature, p50`
    return [
      beside(
        { name, value: median(ours), unit: 'ms' },
        { name: `${kilobytes} KB + fdatasync`, value: reference },
        '<=',
        1.5,
      ),
    ]
  } finally {
    await counter.close()
  }
}

function sizeOfLog(folder: string): number {
  return statSync(join(folder, 'loket.db-wal'), { throwIfNoEntry: false })?.size ?? 0
}
