import { type Act, type ActType, needsOf } from '#shared/domain/act/acts.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Card } from '#shared/domain/card/card.ts'
import {
  type Accepted,
  Failed,
  orFailed,
  storeCommands,
  storedVerdicts,
  storeVerdicts,
  verdictOf,
} from './accept-one.ts'
import type { Acceptance } from './acceptance.ts'
import { applyCommand } from './apply-command.ts'
import { cardKey, kitirKey } from './row-keys.ts'
import { RowsTogether } from './rows-together.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/** Acts of the counter, of which there are many. What they read of rows, they read through `Acceptance.rows` alone; nothing else that they read is changed by them. */
const many: ReadonlySet<ActType> = new Set(['handover.record', 'handover.undo', 'card.move'])

/** The commands in their order, with those side by side that can be accepted together. */
export function runsOf(commands: readonly ProvenCommand[]): readonly (readonly ProvenCommand[])[] {
  const runs: ProvenCommand[][] = []
  let open: ProvenCommand[] | null = null
  for (const command of commands) {
    const together = command.act !== null && many.has(command.act.type)
    if (together && open) open.push(command)
    else runs.push([command])
    open = together ? (runs.at(-1) ?? null) : null
  }
  return runs
}

/**
 * What `acceptOne` does, for several commands with a dozen statements in all. null: one of them failed, none of them is accepted, and each has to be looked
 * at for itself. `locked`: the scopes whose locks this transaction holds.
 */
export async function acceptTogether(
  acceptance: Acceptance,
  commands: readonly ProvenCommand[],
  locked: ReadonlySet<string>,
): Promise<readonly Accepted[] | null> {
  const { trx, device, at } = acceptance
  const done = await orFailed(trx, async () => {
    await storeCommands(acceptance, commands)
    const envelopes = commands.map(({ envelope }) => envelope)
    const before = await storedVerdicts(trx, device, envelopes)
    const rows = new RowsTogether(trx, at, locked)
    await readAhead(rows, commands)
    const accepted: Accepted[] = []
    for (const command of commands) {
      const stored = before.get(command.envelope.id)
      if (stored) accepted.push({ verdict: stored, moved: [] })
      else {
        const outcome = await applyCommand({ ...acceptance, rows }, command)
        accepted.push({ verdict: verdictOf(acceptance, command, outcome), moved: outcome.moved })
      }
    }
    await rows.flush()
    await storeVerdicts(
      acceptance,
      accepted.map(({ verdict }) => verdict),
    )
    return accepted
  })
  return done instanceof Failed ? null : done
}

/**
 * What the acts will ask for, asked for at once: their rows and those that they will leave, what is about their cards, the applications of these and their other
 * cards.
 */
async function readAhead(rows: RowsTogether, commands: readonly ProvenCommand[]): Promise<void> {
  const needs = commands.flatMap(({ act }) => (act === null ? [] : needsOf(act)))
  const made = commands.flatMap(({ act }) => (act === null ? [] : madeBy(act)))
  const named = await rows.named([...needs.flatMap((need) => ('id' in need ? [need] : [])), ...made])
  const cardIds = needs.flatMap((need) => ('aboutCard' in need ? [need.aboutCard] : []))
  const cards = named.flatMap(({ entity, row }) => (entity === 'card' ? [row as Card] : []))
  await rows.named(cards.map(({ applicationId: id }) => ({ entity: 'application', id })))
  const kitirKeys = cards.map(({ kitirNumber }) => kitirKey(kitirNumber))
  await rows.byKeys(['handover', 'case', 'card'], [...cardIds.map(cardKey), ...kitirKeys])
}

/** The row that the act will leave under its own name: whether there is one already need not be asked again when it is written. */
const madeBy = ({ type, payload }: Act): readonly RowRef[] =>
  type === 'handover.record' && isStorable(payload.handoverId) ? [{ entity: 'handover', id: payload.handoverId }] : []
