import type { Card } from '#shared/domain/card/card.ts'
import type { CountLine } from '#shared/domain/shipment/shipment.ts'
import type { Db } from '../database/open-database.ts'
import { readRow, readRowsByKey } from './read-row.ts'
import { kitirKey } from './row-keys.ts'
import { isStorable } from './storable.ts'
import type { ProvenCommand } from './verify-command.ts'

/**
 * Counts with the cards of labels that their desk did not know: it knows the cards of its own unit, the centre those of the city. A label of no card
 * stays as it is. Read before the scopes are locked, so that those of the cards are locked too.
 */
export async function withCardsOfLabels(db: Db, commands: readonly ProvenCommand[]): Promise<ProvenCommand[]> {
  const named: ProvenCommand[] = []
  for (const command of commands) named.push(await withCards(db, command))
  return named
}

async function withCards(db: Db, command: ProvenCommand): Promise<ProvenCommand> {
  const { act } = command
  if (act?.type !== 'shipment.receive' || act.payload.lines.every(({ cardId }) => cardId !== null)) return command
  const listed = (await readRow(db, 'shipment', act.payload.shipmentId))?.cardIds ?? []
  const taken = new Set(act.payload.lines.map(({ cardId }) => cardId))
  const lines: CountLine[] = []
  for (const line of act.payload.lines) {
    const card = line.cardId === null ? await cardOf(db, line.labelCode) : null
    if (card === null || taken.has(card.id)) lines.push(line)
    else {
      taken.add(card.id)
      const counted = line.counted === 'extra' && listed.includes(card.id) ? 'good' : line.counted
      lines.push({ ...line, cardId: card.id, counted, ofShipment: card.shipmentId })
    }
  }
  return { ...command, act: { ...act, payload: { ...act.payload, lines } } }
}

/** By the code on its label, or by the number of its kitir as it is typed where a label cannot be read. A code that is on the citizen's slip is no label. */
async function cardOf(db: Db, label: string): Promise<Card | null> {
  if (!isStorable(label)) return null
  const labelled = (await readRowsByKey(db, 'card', label)).filter(({ labelCode }) => labelCode === label)
  const found = labelled.length > 0 ? labelled : await readRowsByKey(db, 'card', kitirKey(label))
  // Both cards of one kitir may be on their way: which of them lies here nobody can tell from its number.
  return found.length === 1 ? ((found[0] as Card | undefined) ?? null) : null
}
