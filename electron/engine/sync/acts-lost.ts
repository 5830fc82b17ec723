import type { WriteDb } from '../database/handles.ts'
import { rows, run } from '../database/sql.ts'
import { acknowledgeAny, raiseException } from './exceptions.ts'
import { generationOf, seqOf } from './position.ts'

interface Lost {
  readonly positions: readonly number[]
  /** Signatures and documents that an unsent act names and that are not here. */
  readonly files: number
}

/** Acts that were recorded here and can be read no more are told by their numbers. */
export async function raiseLost(trx: WriteDb, now: string, generation: number, lost: Lost): Promise<void> {
  await raiseException(trx, {
    id: `acts-lost/${now}`,
    kind: 'attention',
    code: 'acts-lost',
    seq: null,
    card_id: null,
    handover_id: null,
    raised_at: now,
    details: detailsOf(lost, generation),
  })
}

/** The centre has given back what it had: what is told as lost is only what is still missing. */
export async function recountLost(trx: WriteDb, generation: number, now: string): Promise<void> {
  const told = await rows<{ id: string; details: string }>(
    trx,
    "SELECT id, details FROM sync_exception WHERE code = 'acts-lost' AND acknowledged_at IS NULL",
  )
  for (const { id, details } of told) {
    const before = JSON.parse(details) as Record<string, string>
    const positions = (before.positions ?? '').split(' ').filter(Boolean).map(Number)
    const missing: number[] = []
    for (const position of positions)
      if ((await rows(trx, 'SELECT 1 FROM command WHERE position = ?', position)).length === 0) missing.push(position)
    if (missing.length === 0 && before.files === '0') await acknowledgeAny(trx, id, now)
    const left = JSON.stringify(detailsOf({ positions: missing, files: Number(before.files) }, generation))
    await run(trx, 'UPDATE sync_exception SET details = ? WHERE id = ?', left, id)
  }
}

const detailsOf = ({ positions, files }: Lost, generation: number) => ({
  positions: positions.join(' '),
  numbers: numbersOf(positions, generation),
  acts: String(positions.length),
  files: String(files),
})

const mostTold = 200

/** `118, 121`: as a person reads it, of the present generation; of an earlier one with it: `1.118`. */
export function numbersOf(positions: readonly number[], generation: number): string {
  const told = positions
    .slice(0, mostTold)
    .map((position) =>
      generationOf(position) === generation ? `${seqOf(position)}` : `${generationOf(position)}.${seqOf(position)}`,
    )
  return [...told, ...(positions.length > mostTold ? ['…'] : [])].join(', ')
}
