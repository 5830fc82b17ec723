import type { ReadDb } from '../handles.ts'
import { rows } from '../sql.ts'

/**
 * Rows (`entity/id`) that own acts about this one are about, too, and that are shown otherwise than the centre has them: what they show was worked out with
 * this one as it was, e.g. a card counted in with its parcel. A card stands beside no other card: each has its own part of an act.
 */
export async function rowsBeside(db: ReadDb, key: string): Promise<readonly string[]> {
  const isCard = key.startsWith('card/')
  const found = await rows<{ key: string }>(db, beside, key, isCard ? key.slice('card/'.length) : '', isCard ? 0 : 1)
  return found.map((one) => one.key)
}

const cardApart = `EXISTS (SELECT 1 FROM card WHERE id = substr(other.key, 6)
  AND (centre <> 'recorded' OR EXISTS (SELECT 1 FROM card_projected p WHERE p.key = card.key)
    OR EXISTS (SELECT 1 FROM thing INDEXED BY thing_by_about WHERE entity = 'movement' AND about = card.id AND projected IS NOT NULL)))`

const thingApart = `EXISTS (SELECT 1 FROM thing WHERE entity = substr(other.key, 1, instr(other.key, '/') - 1)
  AND id = substr(other.key, instr(other.key, '/') + 1) AND (centre <> 'recorded' OR projected IS NOT NULL))`

const beside = `WITH given (key, subject, cards) AS (SELECT ?, ?, ?),
  act AS MATERIALIZED (SELECT position FROM command_about WHERE key = (SELECT key FROM given)
    UNION SELECT position FROM command WHERE subject = (SELECT subject FROM given)),
  other (key) AS (SELECT 'card/' || subject FROM command WHERE position IN (SELECT position FROM act)
    UNION SELECT key FROM command_about WHERE position IN (SELECT position FROM act))
  SELECT other.key AS key FROM other, given WHERE other.key <> given.key
    AND CASE WHEN other.key LIKE 'card/%' THEN given.cards = 1 AND ${cardApart} ELSE ${thingApart} END`
