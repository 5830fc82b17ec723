import type { Change } from '#shared/contract/sync/protocol.ts'
import { type EntityName, entities, type RowOf } from '#shared/contract/sync/rows.ts'
import type { Log } from '../../usecases/ports.ts'
import type { DeviceReads, OutboxReads } from '../../usecases/stores.ts'
import type { BaseRows } from '../../wiring.ts'
import type { ReadDb } from '../handles.ts'
import { rows } from '../sql.ts'
import type { Store } from '../store.ts'
import { centreOfHandover } from './overlay.ts'
import { type ProjectionTables, projectionTables } from './projection-tables.ts'
import { refreshCard } from './refresh-card.ts'

export interface BaseRowsDeps {
  readonly store: Store
  readonly log: Log
  outboxIn(db: ReadDb): OutboxReads
  deviceIn(db: ReadDb): DeviceReads
}

/** The rows of the centre and what the screens show of them. */
export function baseRows(deps: BaseRowsDeps): BaseRows {
  const tables = projectionTables(deps.store)
  const write = replicaWriter(deps.store)
  const refreshed = (db: ReadDb, cardId: string) => refreshCard(db, cardId, { ...deps, tables })
  return {
    apply: async (trx, changes, epoch) => {
      const withCommands = await deps.outboxIn(trx).subjects()
      const topics = new Set<string>()
      const again = new Set<string>()
      for (const change of changes) {
        if (!write(change, epoch)) continue
        const cardId = show(change, tables, topics, deps.log)
        if (cardId !== null && withCommands.has(cardId)) again.add(cardId)
      }
      for (const cardId of again) await refreshed(trx, cardId)
      return topics
    },
    sweep: async (trx, scope, epoch) => {
      const unseen = await rows<{ entity: string; id: string }>(
        trx,
        'SELECT entity, id FROM replica WHERE scope = ? AND epoch < ?',
        scope,
        epoch,
      )
      const forget = deps.store.prepare('DELETE FROM replica WHERE entity = ? AND id = ?')
      for (const { entity, id } of unseen) {
        forget.run(entity, id)
        tables.remove(entity, id)
      }
      const subjects = await deps.outboxIn(trx).subjects()
      for (const { id } of unseen.filter((row) => row.entity === 'card' && subjects.has(row.id)))
        await refreshed(trx, id)
      return unseen.length
    },
    refreshCard: async (trx, cardId) => {
      await refreshed(trx, cardId)
      return new Set(['cards', `card:${cardId}`, 'queue'])
    },
  }
}

/** True when the change was newer than what was here. */
function replicaWriter(store: Store): (change: Change, epoch: number) => boolean {
  const put = store.prepare(`INSERT INTO replica (entity, id, scope, version, row, epoch) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (entity, id) DO UPDATE SET scope = excluded.scope, version = excluded.version, row = excluded.row,
      epoch = max(epoch, excluded.epoch) WHERE excluded.version > version`)
  const mark = store.prepare('UPDATE replica SET epoch = ? WHERE entity = ? AND id = ? AND epoch < ?')
  return (change, epoch) => {
    const row = change.row === null ? null : JSON.stringify(change.row)
    if (put.run(change.entity, change.id, change.scope, change.version, row, epoch).changes > 0) return true
    if (epoch > 0) mark.run(epoch, change.entity, change.id, epoch)
    return false
  }
}

const isEntity = (name: string): name is EntityName => Object.hasOwn(entities, name)

/** Shows one new base row; returns the card it is about. A row that does not fit its schema is kept but not shown. */
function show(change: Change, tables: ProjectionTables, topics: Set<string>, log: Log): string | null {
  const { entity, id, row } = change
  if (!isEntity(entity)) return null
  topics.add(topicOf(entity))
  if (row === null) {
    tables.remove(entity, id)
    return entity === 'card' ? id : null
  }
  const checked = entities[entity].safeParse(row)
  if (checked.success) return project(entity, checked.data as RowOf<EntityName>, tables, topics)
  log.error('row-unreadable', new Error(`${entity} ${checked.error.issues[0]?.path.join('.')}`))
  return null
}

const topicOf = (entity: EntityName) => (entity === 'staff' ? 'staff' : entity === 'case' ? 'queue' : 'cards')

function project(entity: EntityName, row: RowOf<EntityName>, tables: ProjectionTables, topics: Set<string>) {
  switch (entity) {
    case 'card': {
      const card = row as RowOf<'card'>
      tables.card(card, card.caseId === null ? 'recorded' : 'case', null)
      topics.add(`card:${card.id}`)
      return card.id
    }
    case 'application':
      tables.application(row as RowOf<'application'>)
      return null
    case 'handover': {
      const handover = row as RowOf<'handover'>
      tables.handover(handover, centreOfHandover(handover), null)
      topics.add(`card:${handover.cardId}`)
      return handover.cardId
    }
    case 'case':
      tables.case(row as RowOf<'case'>)
      return (row as RowOf<'case'>).cardId
    default:
      return null
  }
}
